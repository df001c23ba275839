/** Every screen state worth looking at: a name and the URL that brings it up. */
export const VIEWS = [
  { name: 'first-visit', url: '/' },
  { name: 'village-selected', url: '/?selected=place:61.05.03.2010' },
  { name: 'overlap-question', url: '/?ask=overlap&theme=education' },
  { name: 'only-gaps', url: '/?only=gap' },
  { name: 'pairs', url: '/?theme=education&ask=overlap&pairs=all' },
  { name: 'pair', url: '/?theme=education&ask=overlap&pairs=all,contoh-mitra-04,opd-pendidikan' },
  { name: 'compare', url: '/?compare=2025' },
  { name: 'versus', url: '/?versus=2025' },
  { name: 'versus-halves', url: '/?versus=theme:education,halves' },
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
  { name: 'agreements', url: '/agreements' },
  { name: 'agreement-whole', url: '/agreements?id=kb-sintang-mitra-2024' },
  { name: 'border-workspace', url: '/border' },
  { name: 'dashboard', url: '/dashboard' },
  { name: 'dashboard-records', url: '/dashboard?records=theme:stunting' },
  { name: 'matching', url: '/matching' },
  { name: 'meeting', url: '/matching?meeting=1' },
  { name: 'convergence', url: '/convergence?programme=kerapu&place=61.11.06.2002' },
  { name: 'award', url: '/award' },
  { name: 'scenario', url: '/scenario' },
  { name: 'profile', url: '/p/organisation/contoh-mitra-04' },
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

const ask = (text) => async (page) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(text)
  await page.locator('.search-item[data-highlighted]').waitFor()
}

/** The pictures of the user guide: what leads to each is done as a reader would. */
export const GUIDE = [
  { name: 'question', url: '/?only=gap' },
  { name: 'ask', url: '/?theme=education', prepare: ask('celah stunting di Ambalau') },
  { name: 'village', url: '/?selected=place:61.05.03.2010' },
  {
    name: 'years',
    url: '/?theme=stunting&ask=gap',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Semua tahun dan tema berdampingan' }).click()
      await page.locator('.stamp').nth(7).waitFor()
    },
  },
  { name: 'versus', url: '/?versus=2025', prepare: async (page) => page.waitForTimeout(2_500) },
  { name: 'density', url: '/?density=10km', prepare: async (page) => page.waitForTimeout(2_500) },
  { name: 'area', url: '/?area=circle:111.5,0.07,12' },
  { name: 'matching', url: '/matching?department=opd-kesehatan' },
  { name: 'convergence', url: '/convergence?region=61.11' },
  { name: 'mark', url: '/?edit=new&at=111.6,0.05,10', width: 360, height: 780 },
]
