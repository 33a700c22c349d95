import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../infra/refusals.ts'
import { inputsHere } from '../../local/inputs-here.ts'

describe('the environment of npm start', () => {
  it('may say nothing', async () => {
    expect(await inputsHere({ PATH: '/bin', SETTINGS: '', STAGE: 'sandbox' })).toEqual({
      settings: '{}',
      sandboxSettings: '{}',
      inputs: {},
      lines: [],
    })
  })

  it('gives settings, and origins of pages', async () => {
    const env = {
      SETTINGS: '{"sms":{"tries":3}}',
      SETTINGS__sms__perDay: '7',
      SANDBOX_SETTINGS__slowAnswerMs: '10',
      CORS_ORIGINS: 'http://localhost:3000,https://app.example.cn',
    }
    expect(await inputsHere(env)).toEqual({
      settings: '{"sms":{"tries":3,"perDay":7}}',
      sandboxSettings: '{"slowAnswerMs":10}',
      inputs: { CORS_ORIGINS: env.CORS_ORIGINS },
      lines: [
        'Settings that differ from the defaults:',
        '  sms.tries = 3 (5 by default; from SETTINGS)',
        '  sms.perDay = 7 (10 by default; from SETTINGS__sms__perDay)',
        '  slowAnswerMs = 10 (12000 by default; from SANDBOX_SETTINGS__slowAnswerMs)',
        'Pages that may call, by CORS_ORIGINS: http://localhost:3000, https://app.example.cn',
      ],
    })
  })

  it('says under which versions people are indexed, where that is not the first alone', async () => {
    expect(await inputsHere({ INDEX_VERSIONS: 'v1' })).toMatchObject({ inputs: { INDEX_VERSIONS: 'v1' }, lines: [] })
    expect(await inputsHere({ INDEX_VERSIONS: 'v2,v1' })).toMatchObject({
      inputs: { INDEX_VERSIONS: 'v2,v1' },
      lines: ['People are indexed under, by INDEX_VERSIONS: v2, v1'],
    })
  })

  it('says which keys certificates have, where that is not the first alone', async () => {
    expect(await inputsHere({ CERTIFICATE_KEYS: 'v1' })).toMatchObject({ lines: [] })
    expect(await inputsHere({ CERTIFICATE_KEYS: 'v2, v1' })).toMatchObject({
      inputs: { CERTIFICATE_KEYS: 'v2, v1' },
      lines: ['Keys of certificates, the one that signs first, by CERTIFICATE_KEYS: v2, v1'],
    })
  })

  it('is told of what counts only where it is deployed', async () => {
    expect((await inputsHere({ STAGE: 'production', PUBLIC_URL: 'x', EXECUTE_API: 'off' })).lines).toEqual([
      'Set, and of no use on this machine: STAGE, PUBLIC_URL, EXECUTE_API',
    ])
  })

  it.each([
    ['SETTINGS__sms__tires', '3', 'perhaps sms.tries is meant'],
    ['SANDBOX_SETTINGS__slow', '3', 'slow is no setting'],
    ['CORS_ORIGINS', '*', 'must be exact https origins'],
    ['INDEX_VERSIONS', 'v1,v1', 'different versions'],
    ['CERTIFICATE_KEYS', 'v1,v10', 'different versions'],
  ])('is refused with %s=%s', async (name, value, told) => {
    const refused = await inputsHere({ [name]: value }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ConfigError)
    expect(refused).toHaveProperty('message', expect.stringContaining(told))
  })
})
