import { describe, expect, it } from 'vitest'
import { settings, settingsOf } from '../functions/settings.ts'
import { namedSettings, type SettingsTable } from '../shared/kernel/settings.ts'
import { filesLike, pathOf } from './docs/repository.ts'

const namesIn = (table: SettingsTable): string[] => namedSettings(table).map(([name]) => name)

describe('settings', () => {
  it('are declared by one capability each, and merged', async () => {
    const parts = await Promise.all(filesLike('functions/**/settings.ts').map((file) => import(pathOf(file))))
    const declared = parts.flatMap((part: Record<string, SettingsTable>) =>
      Object.entries(part).flatMap(([name, table]) => (name.endsWith('Settings') ? namesIn(table) : [])),
    )
    expect(declared.toSorted()).toEqual(namesIn(settings).toSorted())
  })
  it('have defaults that they accept themselves, in either stage', () => {
    for (const [name, { accepts, byDefault, inSandbox }] of namedSettings(settings)) {
      expect({ name, ok: accepts(byDefault) && (inSandbox === undefined || accepts(inSandbox)) }).toEqual({
        name,
        ok: true,
      })
    }
  })
  it('are those of the stage where nothing is overridden, one by one', () => {
    expect(settingsOf('production', undefined).checks).toMatchObject({ birthYearFrom: 1900, perDay: 3 })
    expect(settingsOf('sandbox', '').checks).toMatchObject({ birthYearFrom: 1880, birthYearTo: 1899, perDay: 3 })
    expect(settingsOf('sandbox', '{"checks":{"perDay":7}}').checks).toMatchObject({ birthYearFrom: 1880, perDay: 7 })
  })
  it.each([
    ['{"price":1}', 'price is no setting'],
    ['{"sms":{"trys":1}}', 'sms.trys is no setting'],
    ['{"sms":{"tries":-1}}', 'sms.tries must be a whole number from 0'],
    ['{"sms":{"tries":1.5}}', 'sms.tries must be a whole number from 0'],
    ['{"sms":{"tries":"5"}}', 'sms.tries must be a whole number from 0'],
    ['{"sms":5}', 'sms must be an object'],
    ['[]', 'SETTINGS must be an object'],
    ['{"enforceFrom":"soon"}', 'enforceFrom must be a time such as 2026-11-20T12:00:00+08:00'],
    ['{"reconciliation":{"channels":["paypal"]}}', 'reconciliation.channels must be a list of wechat_pay, alipay'],
    ['{"vendorCost":{"tencent_cloud":0.3}}', 'vendorCost must be an object of whole numbers from 0'],
    ['{"deliveries":{"localTargets":[1]}}', 'deliveries.localTargets must be a list of texts'],
  ])('stop a deployment that says %s, and name what is wrong', (json, message) => {
    expect(() => settingsOf('sandbox', json)).toThrow(expect.objectContaining({ cause: new Error(message) }))
  })
})
