import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { settings } from '../../functions/settings.ts'
import { givenSettings } from '../../infra/given-settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'shiming-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

const given = (inputs: Record<string, string>) => givenSettings('SETTINGS', settings, true, inputs)
const fileWith = (text: string): string => {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, text)
  return file
}

describe('settings are given', () => {
  it('as an object, in a file, or one by one, and the last counts most', () => {
    const file = fileWith('{"sms":{"tries":4,"perDay":9},"consentNotice":"2027-01"}')
    expect(JSON.parse(given({ SETTINGS: file }).json)).toEqual({
      sms: { tries: 4, perDay: 9 },
      consentNotice: '2027-01',
    })
    const both = given({ SETTINGS: file, SETTINGS__sms__tries: '3' })
    expect(JSON.parse(both.json)).toMatchObject({ sms: { tries: 3, perDay: 9 } })
    expect(both.faults).toEqual([])
    expect(both.overrides).toEqual([
      { name: 'sms.tries', value: 3, byDefault: 5, from: 'SETTINGS__sms__tries' },
      { name: 'sms.perDay', value: 9, byDefault: 10, from: file },
      { name: 'consentNotice', value: '2027-01', byDefault: '2026-12', from: file },
    ])
  })

  it.each([
    ['SETTINGS__consentNotice', '2027', { consentNotice: '2027' }],
    ['SETTINGS__enforceFrom', '2026-01-01T00:00:00Z', { enforceFrom: '2026-01-01T00:00:00Z' }],
    ['SETTINGS__deliveries__ports', '["443","8443"]', { deliveries: { ports: ['443', '8443'] } }],
    ['SETTINGS__vendorCost', '{"tencent_cloud":1}', { vendorCost: { tencent_cloud: 1 } }],
    ['SETTINGS__sms__tries', '', {}],
    ['SETTINGS', '', {}],
    ['SETTINGS', ' \n{}', {}],
  ])('%s=%s', (name, text, object) => {
    expect(given({ [name]: text })).toMatchObject({ json: JSON.stringify(object), faults: [] })
  })

  it('and what is as by default in the stage is no override', () => {
    expect(given({ SETTINGS: '{"checks":{"birthYearFrom":1880}}', SETTINGS__sms__tries: '5' }).overrides).toEqual([])
    expect(givenSettings('SETTINGS', settings, false, { SETTINGS__checks__birthYearFrom: '1900' }).overrides).toEqual(
      [],
    )
  })
})

describe('what is wrong with given settings is told in a sentence each', () => {
  it.each([
    ['SETTINGS__sms__tires', '3', 'SETTINGS__sms__tires: sms.tires is no setting; perhaps sms.tries is meant'],
    ['SETTINGS__SMS__TRIES', '3', 'SETTINGS__SMS__TRIES: SMS.TRIES is no setting; perhaps sms.tries is meant'],
    ['SETTINGS__tries', '3', 'SETTINGS__tries: tries is no setting; perhaps sms.tries is meant'],
    ['SETTINGS__sms', '{"tries":3}', 'SETTINGS__sms: sms is no setting; docs/settings.md lists them'],
    ['SETTINGS____proto__', '3', 'SETTINGS____proto__: .proto. is no setting; docs/settings.md lists them'],
    ['SETTINGS__sms__tries', 'many', 'SETTINGS__sms__tries: sms.tries must be a whole number from 0, not "many"'],
    ['SETTINGS__sms__tries', '-1', 'SETTINGS__sms__tries: sms.tries must be a whole number from 0, not -1'],
    ['SETTINGS__sms__tries', '03', 'SETTINGS__sms__tries: sms.tries must be a whole number from 0, not "03"'],
    ['SETTINGS__consentNotice', 'the apiV3Key', 'SETTINGS__consentNotice holds a key; keys belong in Secrets Manager'],
    ['SETTINGS', '{"sms":{"tires":3}}', 'SETTINGS: sms.tires is no setting; perhaps sms.tries is meant'],
    ['SETTINGS', '{"sm":{"tries":3}}', 'SETTINGS: sm is no setting; perhaps sms is meant'],
    ['SETTINGS', '{"moon":{"tries":3}}', 'SETTINGS: moon is no setting; docs/settings.md lists them'],
    ['SETTINGS', '{"__proto__":{"tries":3}}', 'SETTINGS: __proto__ is no setting; docs/settings.md lists them'],
    ['SETTINGS', '{"sms":3}', 'SETTINGS: sms must be an object, not 3'],
    ['SETTINGS', '[]', 'SETTINGS must be a JSON object'],
    ['SETTINGS', '{"sms":', 'SETTINGS is no JSON: Unexpected end of JSON input'],
    ['SETTINGS', '{"a":"-----BEGIN"}', 'SETTINGS holds a key; keys belong in Secrets Manager'],
    [
      'SETTINGS',
      '/nowhere/sms.json',
      'SETTINGS must be a JSON object, the path of a file with one, or ssm: and the name of a parameter; /nowhere/sms.json does not exist',
    ],
    [
      'SETTINGS',
      '/',
      'SETTINGS must be a JSON object, the path of a file with one, or ssm: and the name of a parameter; / cannot be read',
    ],
  ])('%s=%s', (name, text, fault) => {
    expect(given({ [name]: text }).faults).toEqual([fault])
  })

  it('by the file it stands in', () => {
    const file = fileWith('{"sms":{"tries":-1,"perDy":3}}')
    expect(given({ SETTINGS: file }).faults).toEqual([
      `${file}: sms.perDy is no setting; perhaps sms.perDay is meant`,
      `${file}: sms.tries must be a whole number from 0, not -1`,
    ])
  })

  it('of a value that counts for nothing, because a single one stands above it, nothing is said', () => {
    expect(given({ SETTINGS: '{"sms":{"tries":-1}}', SETTINGS__sms__tries: '1' }).faults).toEqual([])
  })

  it('and a long value is cut', () => {
    const [fault = ''] = given({ SETTINGS__sms__tries: 'x'.repeat(500) }).faults
    expect(fault.length).toBeLessThan(150)
  })
})
