import type { Meaning } from '../data/layers/layer.ts'

/** `#RRGGBB` */
export type Colour = `#${string}`

export type PaletteName = 'light' | 'dark' | 'projector' | 'print'

/** Colours of the ground the meanings stand on, and of the words written over it. */
export type Ground = {
  readonly panel: Colour
  readonly panel2: Colour
  readonly ink: Colour
  readonly ink2: Colour
  readonly ink3: Colour
  readonly accent: Colour
  readonly onaccent: Colour
  readonly gaptext: Colour
  readonly focus: Colour
  readonly land: Colour
  /** Land outside the subject region. */
  readonly landDimmed: Colour
  readonly sea: Colour
  /** The two quieter tones that follow the shore. */
  readonly seaNear: Colour
  readonly seaShore: Colour
  readonly shore: Colour
  readonly graticule: Colour
  readonly contextLine: Colour
  readonly contextLabel: Colour
  readonly label: Colour
  readonly halo: Colour
  readonly waterlabel: Colour
  /** The soft shade that lifts the subject region off its neighbours. */
  readonly lift: Colour
}

export type Palette = {
  readonly name: PaletteName
  readonly meanings: { readonly [M in Meaning]: Colour }
  /** The marks of the patterned meanings, drawn over the meaning's own colour. */
  readonly marks: {
    readonly gap: Colour
    readonly partial: Colour
    readonly overlap: Colour
    readonly unreported: Colour
  }
  readonly ground: Ground
}

const light: Palette = {
  name: 'light',
  meanings: {
    gap: '#C2412A',
    partial: '#EDB04A',
    met: '#63A88E',
    overlap: '#A55FAE',
    coordinated: '#164862',
    partner_only: '#B3C7DB',
    no_target: '#E7DFCB',
    unreported: '#F7F4EC',
    activity: '#16282A',
    target: '#0D5A63',
    zone: '#4F6B1E',
    authority: '#1F5F7A',
    agreement: '#6B4A12',
    boundary: '#16282A',
    island: '#16282A',
    river: '#3F86A3',
  },
  marks: { gap: '#FFF4EC', partial: '#7A4A06', overlap: '#FFFFFF', unreported: '#8B8677' },
  ground: {
    panel: '#FCFAF5',
    panel2: '#F3EFE5',
    ink: '#16282A',
    ink2: '#475856',
    ink3: '#5A6764',
    accent: '#0D5A63',
    onaccent: '#FFFFFF',
    gaptext: '#A8331F',
    focus: '#0D5A63',
    land: '#F4EFE2',
    landDimmed: '#EAE4D8',
    sea: '#CFE0E4',
    seaNear: '#C6DADF',
    seaShore: '#BAD3DB',
    shore: '#6F9FB0',
    graticule: '#9FB1AE',
    contextLine: '#A59C8C',
    contextLabel: '#68614F',
    label: '#23302F',
    halo: '#FBF8F0',
    waterlabel: '#1F5F7A',
    lift: '#33413F',
  },
}

/** Three verdicts stand a shade from the design's tokens: `met` sat too close to `gap` for protan vision and to `coordinated`. */
const dark: Palette = {
  name: 'dark',
  meanings: {
    gap: '#F0714F',
    partial: '#F2D58A',
    met: '#36816A',
    overlap: '#B583C4',
    coordinated: '#B6DFF8',
    partner_only: '#435B71',
    no_target: '#2E3A38',
    unreported: '#182221',
    activity: '#F2EFE6',
    target: '#6FC3C4',
    zone: '#A9C46C',
    authority: '#8CC4DC',
    agreement: '#E0BE7C',
    boundary: '#F2EFE6',
    island: '#F2EFE6',
    river: '#5FA9C9',
  },
  marks: { gap: '#14201F', partial: '#6E5310', overlap: '#14201F', unreported: '#76837E' },
  ground: {
    panel: '#14201F',
    panel2: '#1C2A29',
    ink: '#F2EFE6',
    ink2: '#C2CAC5',
    ink3: '#98A5A0',
    accent: '#6FC3C4',
    onaccent: '#0B1A1A',
    gaptext: '#FF9A7D',
    focus: '#6FC3C4',
    land: '#222D2B',
    landDimmed: '#1A2423',
    sea: '#0F1F26',
    seaNear: '#12262E',
    seaShore: '#173039',
    shore: '#3C6473',
    graticule: '#33474A',
    contextLine: '#4C5A57',
    contextLabel: '#94A09B',
    label: '#F2EFE6',
    halo: '#14201F',
    waterlabel: '#8CC4DC',
    lift: '#000000',
  },
}

const projector: Palette = {
  name: 'projector',
  meanings: {
    gap: '#B52A12',
    partial: '#F5A81C',
    met: '#4FA384',
    overlap: '#9A4BA8',
    coordinated: '#083A57',
    partner_only: '#9DB9D6',
    no_target: '#E3D7B8',
    unreported: '#FFFFFF',
    activity: '#0A1718',
    target: '#064850',
    zone: '#3E5710',
    authority: '#0F4A66',
    agreement: '#573A08',
    boundary: '#0A1718',
    island: '#0A1718',
    river: '#1F6F93',
  },
  marks: { gap: '#FFFFFF', partial: '#6B3F00', overlap: '#FFFFFF', unreported: '#7D7868' },
  ground: {
    panel: '#FFFFFF',
    panel2: '#F1EDE2',
    ink: '#0A1718',
    ink2: '#2F3E3D',
    ink3: '#4A5856',
    accent: '#064850',
    onaccent: '#FFFFFF',
    gaptext: '#942010',
    focus: '#064850',
    land: '#F7F1DF',
    landDimmed: '#E8E1CF',
    sea: '#BCD8E0',
    seaNear: '#ADCED8',
    seaShore: '#97C0CE',
    shore: '#4C8AA0',
    graticule: '#8AA3A5',
    contextLine: '#8C8371',
    contextLabel: '#544D3C',
    label: '#0A1718',
    halo: '#FFFFFF',
    waterlabel: '#0F4A66',
    lift: '#2C3A38',
  },
}

/** Paper carries no dimming and little ink: white ground, the screen's meanings, hairlines instead of shades. */
const print: Palette = {
  ...light,
  name: 'print',
  meanings: { ...light.meanings, unreported: '#FFFFFF' },
  ground: {
    ...light.ground,
    panel: '#FFFFFF',
    panel2: '#FFFFFF',
    land: '#FFFFFF',
    landDimmed: '#F4F1EA',
    sea: '#DDE9EC',
    seaNear: '#D2E2E7',
    seaShore: '#C2D7DE',
    halo: '#FFFFFF',
  },
}

export const PALETTES: { readonly [N in PaletteName]: Palette } = { light, dark, projector, print }

/** Red, green, blue, 0-255. */
export const channelsOf = (colour: Colour): readonly [number, number, number] => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
]
