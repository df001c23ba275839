import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../server/config.ts'
import { shownPlace } from '../server/journal/place.ts'

const faultsOf = (env: NodeJS.ProcessEnv): readonly { id: string; en: string }[] => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
  return []
}

describe('settings', () => {
  test('nothing has to be set, and an empty setting is none', () => {
    const plain = readConfig({})
    expect(plain).toEqual({
      port: 8080,
      home: resolve('var'),
      url: 'http://localhost:8080',
      boundaries: undefined,
      journal: { folder: resolve('var/journal'), database: null },
      isReadOnly: false,
      follow: null,
      trustedProxies: [],
      mail: null,
      securityContact: null,
      metrics: null,
      log: 'warn',
    })
    expect(
      readConfig({ PORT: '', BENTANG_HOME: ' ', BENTANG_URL: '', BENTANG_BOUNDARIES: '', BENTANG_JOURNAL: '' }),
    ).toEqual(plain)
  })

  test('what is set is used, folders as absolute ones', () => {
    expect(
      readConfig({
        PORT: '80',
        BENTANG_HOME: '/srv/bentang',
        BENTANG_URL: 'https://peta.sintang.go.id/bentang/',
        BENTANG_BOUNDARIES: 'batas',
        BENTANG_JOURNAL: 'catatan',
        BENTANG_SMTP: 'smtps://sekber:rahasia@surel.sintang.go.id:465',
        BENTANG_SECURITY_CONTACT: 'mailto:keamanan@sintang.go.id',
        BENTANG_TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/24 2001:db8::/64,',
        BENTANG_METRICS: '[::1]:9464',
        BENTANG_LOG: 'info',
      }),
    ).toEqual({
      port: 80,
      home: '/srv/bentang',
      url: 'https://peta.sintang.go.id/bentang',
      boundaries: resolve('batas'),
      journal: { folder: resolve('catatan'), database: null },
      isReadOnly: false,
      follow: null,
      trustedProxies: ['127.0.0.1', '10.0.0.0/24', '2001:db8::/64'],
      mail: {
        url: 'smtps://sekber:rahasia@surel.sintang.go.id:465',
        from: 'Bentang <bentang@peta.sintang.go.id>',
      },
      securityContact: 'mailto:keamanan@sintang.go.id',
      metrics: { host: '::1', port: 9464 },
      log: 'info',
    })
  })

  test('the journal follows the home, and the address follows the port', () => {
    const config = readConfig({ PORT: '9000', BENTANG_HOME: '/srv/b', BENTANG_JOURNAL: 'file' })
    expect(config.journal.folder).toBe(join('/srv/b', 'journal'))
    expect(config.url).toBe('http://localhost:9000')
  })

  test.each(['none', 'estimated', 'https://example.org/batas/'])('boundaries may be %s', (text) => {
    expect(readConfig({ BENTANG_BOUNDARIES: text }).boundaries).toBe(text)
  })

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['PORT', '1e3'],
    ['BENTANG_HOME', 'https://example.org'],
    ['BENTANG_URL', 'peta.sintang.go.id'],
    ['BENTANG_URL', 'javascript:alert(1)'],
    ['BENTANG_URL', 'https://peta.sintang.go.id/?a=1'],
    ['BENTANG_BOUNDARIES', 'ftp://example.org/batas'],
    ['BENTANG_JOURNAL', 'mysql://localhost/bentang'],
    ['BENTANG_READ_ONLY', 'ya'],
    ['BENTANG_FOLLOW', 'peta.sintang.go.id'],
    ['BENTANG_FOLLOW', 'https://peta.sintang.go.id'],
    ['BENTANG_SMTP', 'surel.sintang.go.id'],
    ['BENTANG_SMTP', 'https://surel.sintang.go.id'],
    ['BENTANG_SMTP_FROM', 'Sekber'],
    ['BENTANG_SMTP_FROM', 'a@b.id, c@d.id'],
    ['BENTANG_SECURITY_CONTACT', 'keamanan@sintang.go.id'],
    ['BENTANG_SECURITY_CONTACT', 'http://sintang.go.id/lapor'],
    ['BENTANG_TRUSTED_PROXY', 'localhost'],
    ['BENTANG_TRUSTED_PROXY', '0.0.0.0/0'],
    ['BENTANG_METRICS', '127.0.0.1:65536'],
    ['BENTANG_METRICS', 'http://127.0.0.1:9464'],
    ['BENTANG_LOG', 'debug'],
  ])('%s=%s is refused, quoted, with what to write instead', (name, given) => {
    const faults = faultsOf({ [name]: given })
    expect(faults).toHaveLength(1)
    for (const words of [faults[0]!.id, faults[0]!.en]) {
      expect(words).toContain(`${name}="${given}"`)
      expect(words).toMatch(/Tulis|Write|Isi juga|Set BENTANG/)
    }
  })

  test('a password in a refused address is not repeated', () => {
    const [fault] = faultsOf({ BENTANG_JOURNAL: 'postgre://bentang:rahasia@db/bentang' })
    expect(fault?.en).toContain('"...@db/bentang"')
    expect(fault?.id).not.toContain('rahasia')
    const [mail] = faultsOf({ BENTANG_SMTP: 'sekber:rahasia@surel' })
    expect(mail?.en).toContain('"...@surel"')
  })

  test('the journal may lie in a database, which is shown without name and password, and may be followed or only read', () => {
    const { journal } = readConfig({
      BENTANG_HOME: '/srv/b',
      BENTANG_JOURNAL: 'postgres://bentang:ra/h@sia@db:5433/bentang?password=rahasia',
    })
    expect(journal.folder).toBe(join('/srv/b', 'snapshot'))
    expect(shownPlace(journal)).toBe('postgres://db:5433/bentang')
    const follow = { BENTANG_FOLLOW: 'https://peta.sintang.go.id/', BENTANG_FOLLOW_TOKEN: 'bt_x' }
    expect(readConfig(follow)).toMatchObject({
      isReadOnly: true,
      follow: { url: 'https://peta.sintang.go.id', token: 'bt_x' },
    })
    expect(readConfig({ BENTANG_READ_ONLY: '1' })).toMatchObject({ isReadOnly: true, follow: null })
    expect(faultsOf({ ...follow, BENTANG_JOURNAL: 'postgres://db/bentang' })).toHaveLength(1)
  })

  test('every unusable setting is named at once', () => {
    expect(faultsOf({ PORT: 'x', BENTANG_URL: 'y', BENTANG_JOURNAL: 'db://' })).toHaveLength(3)
  })
})
