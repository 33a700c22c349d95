import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOf } from '../docs/repository.ts'
import { type ParameterServer, startParameterServer } from './parameter-server.ts'

const NAME = '/shiming/production/settings'

let server: ParameterServer
beforeAll(async () => {
  server = await startParameterServer({
    [NAME]: { Type: 'String', Value: '{"prices":{"feeFen":200},"sms":{"tries":3}}', Version: 3 },
  })
})
afterAll(() => server.stop())

describe('npm run settings', () => {
  const run = async (env: Record<string, string>, ...flags: string[]) => {
    const ours = {
      PATH: process.env.PATH,
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_REGION: 'cn-north-1',
      AWS_ENDPOINT_URL_SSM: server.url,
      ...env,
    }
    const running = promisify(execFile)(process.execPath, [pathOf('infra/show-settings.ts'), ...flags], { env: ours })
    return running.then(
      ({ stdout }) => stdout,
      ({ code, stdout, stderr }) => `${code} ${stdout}${stderr}`,
    )
  }

  it('shows what would run, with unit, default and source', async () => {
    const named = { SETTINGS__platform__name: 'P', SETTINGS__platform__contact: 'c@p.cn' }
    const given = { SETTINGS: `ssm:${NAME}`, SETTINGS__sms__tries: '4', SECRET_ALIPAY: 'none' }
    const env = { STAGE: 'production', ...named, ...given }
    const rows = (await run(env)).split('\n')
    expect(rows.filter((row) => row.startsWith('platform.'))).toHaveLength(2)
    expect(rows.filter((row) => !row.startsWith('platform.'))).toEqual([
      'setting                  value           unit    default                  from',
      'sms.tries                4               pieces  5                        SETTINGS__sms__tries',
      `prices.feeFen            200             fen     100                      ssm:${NAME}:3 in cn-north-1`,
      'reconciliation.channels  ["wechat_pay"]  list    ["wechat_pay","alipay"]  SECRET_ALIPAY=none',
      '',
    ])
    const all = JSON.parse(await run(env, '--all', '--json'))
    expect(all).toContainEqual({
      variable: 'SETTINGS',
      name: 'sms.perDay',
      value: 10,
      byDefault: 10,
      unit: 'pieces',
      from: null,
    })
    expect(JSON.parse(await run(env, '--json'))).toHaveLength(5)
  })

  it('says that there is nothing to show, and what is wrong', async () => {
    expect(await run({})).toBe('sandbox: every setting has its default; --all shows them\n')
    expect(await run({ SETTINGS: '{"sms":{"tries":-1}}', SETTINGS__sms__perDy: '1' })).toBe(
      '1 SETTINGS__sms__perDy: sms.perDy is no setting; perhaps sms.perDay is meant\nSETTINGS: sms.tries must be a whole number from 0, not -1\n',
    )
  })

  it('shows no key that somebody took for a setting', async () => {
    expect(await run({ SETTINGS__consentNotice: 'AKIAABCDEFGHIJKLMNOP' })).toBe(
      '1 SETTINGS__consentNotice holds a key; keys belong in Secrets Manager\n',
    )
  })
})
