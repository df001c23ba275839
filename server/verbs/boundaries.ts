import { installBoundaries } from '../places/install.ts'
import { readOptions } from './options.ts'
import { tell, type Verb } from './verb.ts'

export const boundaries: Verb = {
  takes: '[--from FOLDER|URL]',
  about: {
    id: 'Memasang batas desa: dari folder atau alamat, atau mengunduh kumpulan publik.',
    en: 'Installs village boundaries: from a folder or an address, or by downloading the public set.',
  },
  async run(args, desk) {
    const { from = desk.config.boundaries } = readOptions(args, { from: { type: 'string' } })
    const { attribution } = await installBoundaries({
      home: desk.config.home,
      // `none` and `estimated` keep a server off the network; whoever runs this verb asks for it.
      from: from === 'none' || from === 'estimated' ? undefined : from,
      log: (line: string) => desk.err.write(`${line}\n`),
    })
    tell(desk, {
      id: `Batas terpasang di ${desk.config.home}. Mulai ulang server untuk memakainya. Sumber: ${attribution}`,
      en: `Boundaries are installed in ${desk.config.home}. Restart the server to use them. Source: ${attribution}`,
    })
    return 0
  },
}
