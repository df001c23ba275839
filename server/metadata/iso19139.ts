import { type Html, type Part, html as xml } from '../pages/html.ts'
import type { DatasetFacts } from './facts.ts'

const LISTS = 'http://standards.iso.org/iso/19139/resources/gmxCodelists.xml'

const text = (name: string, value: string): Html =>
  xml`<gmd:${name}><gco:CharacterString>${value}</gco:CharacterString></gmd:${name}>`
const coded = (name: string, list: string, value: string): Html =>
  xml`<gmd:${name}><gmd:${list} codeList="${LISTS}#${list}" codeListValue="${value}">${value}</gmd:${list}></gmd:${name}>`
const decimal = (name: string, value: number): Html =>
  xml`<gmd:${name}><gco:Decimal>${value}</gco:Decimal></gmd:${name}>`
const dated = (time: string, kind: string): Html =>
  xml`<gmd:date><gmd:CI_Date><gmd:date><gco:DateTime>${time.slice(0, 19)}</gco:DateTime></gmd:date>${coded('dateType', 'CI_DateTypeCode', kind)}</gmd:CI_Date></gmd:date>`

const party = (name: string, publisher: string, address: string): Html =>
  xml`<gmd:${name}><gmd:CI_ResponsibleParty>${text('organisationName', publisher)}<gmd:contactInfo><gmd:CI_Contact><gmd:onlineResource><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${address}</gmd:URL></gmd:linkage></gmd:CI_OnlineResource></gmd:onlineResource></gmd:CI_Contact></gmd:contactInfo>${coded('role', 'CI_RoleCode', 'publisher')}</gmd:CI_ResponsibleParty></gmd:${name}>`

const keywords = (words: readonly string[], kind: string): Html =>
  xml`<gmd:descriptiveKeywords><gmd:MD_Keywords>${words.map((word) => text('keyword', word))}${coded('type', 'MD_KeywordTypeCode', kind)}</gmd:MD_Keywords></gmd:descriptiveKeywords>`

const extentOf = ({ box, years, layer }: DatasetFacts): Part =>
  (box || years) &&
  xml`<gmd:extent><gmd:EX_Extent>${
    box &&
    xml`<gmd:geographicElement><gmd:EX_GeographicBoundingBox>${decimal('westBoundLongitude', box[0])}${decimal('eastBoundLongitude', box[2])}${decimal('southBoundLatitude', box[1])}${decimal('northBoundLatitude', box[3])}</gmd:EX_GeographicBoundingBox></gmd:geographicElement>`
  }${
    years &&
    xml`<gmd:temporalElement><gmd:EX_TemporalExtent><gmd:extent><gml:TimePeriod gml:id="period-${layer.id}"><gml:beginPosition>${years[0]}-01-01</gml:beginPosition><gml:endPosition>${years[1]}-12-31</gml:endPosition></gml:TimePeriod></gmd:extent></gmd:EX_TemporalExtent></gmd:temporalElement>`
  }</gmd:EX_Extent></gmd:extent>`

const distributionOf = ({ distributions }: DatasetFacts): Html =>
  xml`<gmd:distributionInfo><gmd:MD_Distribution><gmd:transferOptions><gmd:MD_DigitalTransferOptions>${distributions.map(
    ({ href, type, label }) =>
      xml`<gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${href}</gmd:URL></gmd:linkage>${text('protocol', 'WWW:DOWNLOAD-1.0-http--download')}${text('name', label)}${text('description', type)}</gmd:CI_OnlineResource></gmd:onLine>`,
  )}</gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo>`

/** The core of ISO 19115 for a layer, encoded by ISO 19139. */
export const iso19139Of = (facts: DatasetFacts): string => {
  const { layer, publisher, modified, regencies } = facts
  const page = facts.page('id')
  const record = xml`<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco" xmlns:gml="http://www.opengis.net/gml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.isotc211.org/2005/gmd http://www.isotc211.org/2005/gmd/gmd.xsd">
${text('fileIdentifier', `bentang-${layer.id}`)}
${text('language', 'ind')}
${coded('characterSet', 'MD_CharacterSetCode', 'utf8')}
${coded('hierarchyLevel', 'MD_ScopeCode', 'dataset')}
${party('contact', publisher, page)}
<gmd:dateStamp><gco:DateTime>${modified.slice(0, 19)}</gco:DateTime></gmd:dateStamp>
${text('metadataStandardName', 'ISO 19115:2003')}
${text('metadataStandardVersion', 'ISO 19139:2007')}
<gmd:referenceSystemInfo><gmd:MD_ReferenceSystem><gmd:referenceSystemIdentifier><gmd:RS_Identifier>${text('code', '4326')}${text('codeSpace', 'EPSG')}</gmd:RS_Identifier></gmd:referenceSystemIdentifier></gmd:MD_ReferenceSystem></gmd:referenceSystemInfo>
<gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>${text('title', layer.title.id)}${text('alternateTitle', layer.title.en)}${dated(modified, 'revision')}${text('edition', `${facts.version}`)}</gmd:CI_Citation></gmd:citation>
${text('abstract', `${layer.about.id}\n${layer.about.en}`)}
${text('credit', layer.attribution)}
${party('pointOfContact', publisher, page)}
${keywords(
  regencies.map(({ code, name }) => `${name} (${code})`),
  'place',
)}${keywords([layer.title.id, layer.title.en], 'theme')}
<gmd:resourceConstraints><gmd:MD_LegalConstraints>${coded('useConstraints', 'MD_RestrictionCode', 'license')}${text('otherConstraints', `${layer.license} ${facts.licence}`)}</gmd:MD_LegalConstraints></gmd:resourceConstraints>
${coded('spatialRepresentationType', 'MD_SpatialRepresentationTypeCode', 'vector')}
${text('language', 'ind')}
${coded('characterSet', 'MD_CharacterSetCode', 'utf8')}
<gmd:topicCategory><gmd:MD_TopicCategoryCode>${layer.family === 'reference' ? 'boundaries' : 'society'}</gmd:MD_TopicCategoryCode></gmd:topicCategory>
${extentOf(facts)}</gmd:MD_DataIdentification></gmd:identificationInfo>
${distributionOf(facts)}
<gmd:dataQualityInfo><gmd:DQ_DataQuality><gmd:scope><gmd:DQ_Scope>${coded('level', 'MD_ScopeCode', 'dataset')}</gmd:DQ_Scope></gmd:scope><gmd:lineage><gmd:LI_Lineage>${text('statement', layer.attribution)}</gmd:LI_Lineage></gmd:lineage></gmd:DQ_DataQuality></gmd:dataQualityInfo>
</gmd:MD_Metadata>
`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${record.text}`
}
