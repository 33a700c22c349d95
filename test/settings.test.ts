import { describe, expect, it } from 'vitest'
import { settingsOf } from '../functions/settings.ts'

describe('settings that are wrong', () => {
  it.each<[string, object]>([
    ['{"prices":{"feeFen":"张三"}}', { fields: ['prices.feeFen'] }],
    ['{"sms":{"perDay":-1},"sending":{"perMinute":"x"}}', { fields: ['sms.perDay', 'sending.perMinute'] }],
    ['{张三', {}],
  ])('say which variable and which fields, and no value: %s', (json, what) => {
    const about = { setting: 'SETTINGS', ...what }
    expect(() => settingsOf('production', json)).toThrow(
      expect.objectContaining({ about, message: JSON.stringify(about) }),
    )
  })
})
