/** Every screen state worth looking at: a name and the URL that brings it up. */
export const VIEWS = [
  { name: 'first-visit', url: '/' },
  { name: 'village-selected', url: '/?selected=place:61.05.03.2010' },
  { name: 'overlap-question', url: '/?ask=overlap&theme=education' },
  { name: 'only-gaps', url: '/?only=gap' },
  { name: 'pairs', url: '/?theme=education&ask=overlap&pairs=all' },
  { name: 'pair', url: '/?theme=education&ask=overlap&pairs=all,contoh-mitra-04,opd-pendidikan' },
  { name: 'compare', url: '/?compare=2025' },
  { name: 'corridor', url: '/?region=62&corridor=62.07,62.02,5' },
  { name: 'why', url: '/?theme=restoration&ask=partial&selected=place:61.05.02.2002&why=1' },
  { name: 'ground', url: '/?theme=restoration&layers=regencies,districts,villages,gaps,overlaps&at=111.55,0.1,9.6' },
  { name: 'gathered', url: '/?layers=regencies,districts,activities&at=111.9,0.1,6.8' },
  {
    name: 'authority-units',
    url: '/?region=61.11&theme=marine_conservation&level=authority&ask=coordinated&selected=authority:contoh-kewenangan-01',
  },
  { name: 'area-report', url: '/?area=circle:111.5,0.1,12' },
  { name: 'units-report', url: '/?area=units:61.05.03.2010,61.05.03.2011&buffer=2' },
  { name: 'table', url: '/?table=1' },
  { name: 'districts', url: '/?level=district' },
  { name: 'restoration-partial', url: '/?theme=restoration&ask=partial' },
  {
    name: 'karimata',
    url: '/?region=61.11&theme=marine_conservation&layers=regencies,districts,villages,islands,authority&at=108.90000,-1.62000,9.80',
  },
  { name: 'karimata-island', url: '/?region=61.11&selected=place:61.11.40034&at=108.90000,-1.62000,10.50' },
  {
    name: 'border',
    url: '/?region=62.07&theme=out_of_school_children&layers=regencies,districts,villages,activities,zones',
  },
  { name: 'all-layers', url: '/?layers=regencies,districts,villages,islands,activities,targets,zones,authority' },
  { name: 'agreement', url: '/?selected=agreement:kb-sintang-mitra-2024' },
  { name: 'dark', url: '/?palette=dark' },
  { name: 'projector', url: '/?palette=projector' },
  { name: 'english', url: '/?lang=en&selected=place:61.05.03.2010' },
  { name: 'damaged-link', url: '/?period=20x6&theme=stunting&at=1,2' },
]

export const SIZES = [
  { name: '360', width: 360, height: 780 },
  { name: '1280', width: 1280, height: 800 },
  { name: '1920', width: 1920, height: 1080 },
]
