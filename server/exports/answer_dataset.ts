import { UNIT_FIELDS } from '../../data/layers/fields.ts'
import { layerOf } from '../../data/layers/index.ts'
import type { LayerField } from '../../data/layers/layer.ts'
import { ANALYSIS_SOURCE } from '../../data/layers/licences.ts'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import type { ExportAnswer } from '../../data/model/export_format.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { GroundKind } from '../engine/grounds.ts'
import { createBytes } from '../engine/reads/bytes.ts'
import { writeArea } from '../formats/area_bytes.ts'
import { groundProperties } from '../formats/ground_geojson.ts'
import { type Asked, answerCoverage, readQuestion } from '../routes/cover.ts'
import { verdictProperties } from '../routes/listing.ts'
import { unitName } from '../unit_name.ts'
import { unitGeometry } from '../unit_record.ts'
import type { World } from '../world.ts'
import type { Dataset } from './dataset.ts'
import { filtersOf } from './layer_dataset.ts'

type Whose = Pick<Dataset, 'license' | 'attribution' | 'source' | 'filters' | 'named'>

const whose = (world: World, answer: string, asked: Asked, source: string): Whose => {
  const { region, theme, period } = asked
  const day = world.everyone.asOf().time.slice(0, 10)
  return {
    ...ANALYSIS_SOURCE,
    source,
    filters: filtersOf(asked),
    named: [answer, world.geography.nameOf(region), theme, formatPeriod(period), day],
  }
}

/** The verdict of every planning unit, with its shape. */
export const coverageDataset = (world: World, asked: Asked, source: string): Dataset => {
  const { asOf, units, theme, period, denominator } = answerCoverage(world, asked)
  return {
    id: 'coverage',
    title: { id: 'Putusan tiap wilayah', en: 'Verdict of every unit' },
    about: {
      id: 'Celah, terpenuhi, tumpang tindih atau tanpa target, untuk satu tema dan periode.',
      en: 'Gap, met, overlap or without a target, for one theme and period.',
    },
    geometry: 'polygon',
    fields: layerOf('gaps').fields,
    look: { keyedBy: 'verdict', legend: VERDICT_LEGEND },
    ...whose(world, 'cakupan', asked, source),
    asOf,
    count: units.length,
    of: denominator,
    *features() {
      for (const unit of units) {
        const { code, level } = unit
        const properties = verdictProperties(unit, 'coverage', theme, period)
        yield { type: 'Feature', id: code, geometry: unitGeometry(world, level, code), properties }
      }
    },
  }
}

const GROUND_FIELDS: readonly LayerField[] = [
  ...UNIT_FIELDS.filter(({ name }) => ['id', 'title', 'code', 'name', 'organisations'].includes(name)),
  { name: 'kind', label: { id: 'Jenis', en: 'Kind' }, type: 'string', values: ['gap', 'overlap'] },
  { name: 'areaHa', label: { id: 'Luas (ha)', en: 'Area (ha)' }, type: 'number' },
  { name: 'unitHa', label: { id: 'Luas wilayahnya (ha)', en: 'Area of its unit (ha)' }, type: 'number' },
]

/** The ground behind the verdicts, one feature a unit that has any. */
export const groundDataset = async (
  world: World,
  kind: GroundKind,
  asked: Asked,
  source: string,
  signal: AbortSignal,
): Promise<Dataset> => {
  const question = readQuestion(world, asked)
  const { asOf, grounds } = world.everyone
  const seen = asOf()
  const found = await grounds(question, kind, signal)
  const { title, about, legend } = layerOf(kind === 'gap' ? 'gaps' : 'overlaps')
  return {
    id: `${kind}-ground`,
    title,
    about,
    geometry: 'polygon',
    fields: GROUND_FIELDS,
    look: { keyedBy: null, legend },
    ...whose(world, kind === 'gap' ? 'lahan-celah' : 'lahan-tumpang-tindih', asked, source),
    asOf: seen,
    count: found.length,
    of: answerCoverage(world, asked).denominator,
    *features() {
      for (const ground of found) {
        const bytes = createBytes()
        writeArea(ground.area, bytes)
        const geometry = JSON.parse(new TextDecoder().decode(bytes.written())) as FeatureAnswer['geometry']
        const { code, name, ...rest } = groundProperties(ground, kind, unitName(world, ground.code))
        const properties = { id: code, layer: `${kind}-ground`, title: name, code, name, ...rest }
        yield { type: 'Feature', id: code, geometry, properties }
      }
    },
  }
}

export const answerDataset = (
  world: World,
  answer: ExportAnswer,
  asked: Asked,
  source: string,
  signal: AbortSignal,
): Dataset | Promise<Dataset> => {
  if (answer === 'coverage') return coverageDataset(world, asked, source)
  return groundDataset(world, answer === 'gap-ground' ? 'gap' : 'overlap', asked, source, signal)
}
