import { ChevronDown, ChevronRight } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { LayerId, LayerSpec, Meaning } from '../../data/layers/layer.ts'
import { openDensity } from '../analysis/open.ts'
import { subjectOf } from '../download/subject.ts'
import { bboxOf } from '../map/camera.ts'
import { useText } from '../text/useText.ts'
import type { ShownLayer } from '../view.ts'
import { moved, stacked, withLayer, withOpacity } from './layerOrder.ts'
import type { CardProps } from './props.ts'
import { worn } from './Swatch.tsx'

const LayerLegend = lazy(() => import('./LayerLegend.tsx'))
const DownloadWindow = lazy(() => import('../download/DownloadWindow.tsx'))

/** How many a layer holds: of places those of the region, of verdicts those of the answer. */
const countOf = ({ id, standsOn }: LayerSpec, { context, coverage, view }: CardProps): number | undefined => {
  // Of the units where several work only those with areas that meet have ground; how many, only the ground itself can tell.
  if (id === 'overlaps') return undefined
  if (standsOn) return coverage && standsOn.reduce((sum, kind) => sum + coverage.counts[kind], 0)
  const units = context.regencies.find(({ code }) => code === view.region)?.units
  if (units && id === 'villages') return units.village
  if (units && id === 'districts') return units.district
  if (units && id === 'islands') return units.island
  return context.counts[id] ?? 0
}

/** Villages wear the verdicts, which have a legend of their own. */
const meaningOf = ({ id, legend }: LayerSpec): Meaning =>
  id === 'villages' ? 'boundary' : (legend[0]?.meaning ?? 'boundary')

/** Layers with their counts; each opens to its opacity, order, extent and source. */
export const Layers = (props: CardProps) => {
  const { view, context, changeView, palette, onZoom } = props
  const { say, language, count } = useText()
  const [opened, setOpened] = useState<string | null>(null)
  const [taken, setTaken] = useState<LayerId | null>(null)
  const change = (turn: (layers: readonly ShownLayer[]) => readonly ShownLayer[]) =>
    changeView((v) => ({ ...v, layers: turn(v.layers) }))
  const region = bboxOf(view.region, context)

  return (
    <section className="layers" aria-labelledby="layers-title">
      <div className="section-head">
        <h2 id="layers-title">{say('panel.layers')}</h2>
      </div>
      <ul>
        {stacked(view.layers).map((spec) => {
          const { id, title, about, attribution, license } = spec
          const shown = view.layers.find((layer) => layer.id === id)
          const name = title[language]
          const number = countOf(spec, props)
          return (
            <li key={id}>
              <div className="layer-row">
                <span className="layer-key" style={worn(meaningOf(spec), palette)} aria-hidden="true" />
                <button
                  type="button"
                  className="layer-name"
                  aria-expanded={opened === id}
                  onClick={() => setOpened(opened === id ? null : id)}
                >
                  {name}
                  <ChevronDown aria-hidden="true" />
                </button>
                <span className="layer-count">{number === undefined ? '–' : count(number)}</span>
                <button
                  type="button"
                  role="switch"
                  className="switch"
                  aria-label={name}
                  aria-checked={shown !== undefined}
                  onClick={() => change((layers) => withLayer(layers, id, shown === undefined))}
                >
                  <span className="switch-thumb" />
                </button>
              </div>
              {opened === id && (
                <div className="layer-more">
                  <p>{about[language]}</p>
                  {shown && (
                    <Suspense>
                      <LayerLegend id={id} view={view} coverage={props.coverage} palette={palette} />
                    </Suspense>
                  )}
                  {shown && (
                    <label className="layer-opacity">
                      {say('panel.layer.opacity')}
                      <input
                        type="range"
                        min={10}
                        max={100}
                        step={10}
                        value={Math.round(shown.opacity * 100)}
                        onChange={({ target }) =>
                          change((layers) => withOpacity(layers, id, Number(target.value) / 100))
                        }
                      />
                    </label>
                  )}
                  <div className="layer-actions">
                    {shown && (
                      <>
                        <button type="button" className="button-quiet" onClick={() => change((l) => moved(l, id, 1))}>
                          {say('panel.layer.up')}
                        </button>
                        <button type="button" className="button-quiet" onClick={() => change((l) => moved(l, id, -1))}>
                          {say('panel.layer.down')}
                        </button>
                      </>
                    )}
                    <button type="button" className="button-quiet" onClick={() => setTaken(id)}>
                      {say('panel.layer.download')}
                    </button>
                    {region && (
                      <button type="button" className="button-quiet" onClick={() => onZoom(region)}>
                        {say('panel.layer.zoom')}
                      </button>
                    )}
                  </div>
                  <p className="layer-source">{say('panel.layer.source', { attribution, license })}</p>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {!view.density && (
        <button type="button" className="closer-step" onClick={() => changeView(openDensity)}>
          {say('panel.density')}
          <ChevronRight aria-hidden="true" />
        </button>
      )}
      {taken && (
        <Suspense>
          <DownloadWindow view={view} context={context} subject={subjectOf(taken)} onClose={() => setTaken(null)} />
        </Suspense>
      )}
    </section>
  )
}
