import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { parametersOnAws } from '../../infra/parameter-store.ts'
import { inputsHere } from '../../local/inputs-here.ts'
import { type ParameterServer, startParameterServer } from './parameter-server.ts'

const NAME = '/shiming/production/settings'
const PRICES = '{"prices":{"feeFen":200},"sms":{"tries":3}}'

let server: ParameterServer
beforeAll(async () => {
  server = await startParameterServer({
    [NAME]: { Type: 'String', Value: PRICES, Version: 3 },
    '/bad': { Type: 'String', Value: '{"sms":{"tires":3}}', Version: 1 },
    '/sealed': { Type: 'SecureString', Value: 'AQICAHh', Version: 1 },
    '/several': { Type: 'StringList', Value: 'a,b', Version: 1 },
  })
})
afterAll(() => server.stop())

/** Credentials of a documentation's kind, and nothing of this machine's. */
const AWS = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
  AWS_REGION: 'cn-north-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nowhere',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
}
beforeEach(() => {
  for (const [name, value] of Object.entries({ ...AWS, AWS_ENDPOINT_URL_SSM: server.url })) vi.stubEnv(name, value)
})
afterEach(() => {
  vi.unstubAllEnvs()
  server.fail(undefined)
  server.asked.length = 0
})

/** Why `npm start` would not start with these settings; the stand-in's own address is left out. */
const refusal = async (SETTINGS: string): Promise<string> => {
  const refused = await inputsHere({ SETTINGS }).catch((error: unknown) => error)
  return String(refused instanceof Error ? refused.message : '').replace('sandbox cannot be synthesized:\n- ', '')
}

describe('settings that are kept in the Parameter Store', () => {
  it('are asked for by a signed request, without decryption, and told with their version and region', async () => {
    const { settings, lines } = await inputsHere({ SETTINGS: `ssm:${NAME}` })
    expect(JSON.parse(settings)).toEqual(JSON.parse(PRICES))
    expect(lines).toContain(`  prices.feeFen = 200 (100 by default; from ssm:${NAME}:3 in cn-north-1)`)
    expect(server.asked).toEqual([
      {
        target: 'AmazonSSM.GetParameter',
        authorization: expect.stringMatching(
          /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/cn-north-1\/ssm\/aws4_request, .*Signature=[0-9a-f]{64}$/,
        ),
        body: { Name: NAME },
      },
    ])
  })

  it('may be of one version, and a single setting counts more', async () => {
    const { settings } = await inputsHere({ SETTINGS: `ssm:${NAME}:3`, SETTINGS__sms__tries: '4' })
    expect(JSON.parse(settings)).toMatchObject({ sms: { tries: 4 }, prices: { feeFen: 200 } })
  })

  it('are not asked for where nobody keeps any there', async () => {
    await inputsHere({ SETTINGS: '{}', SANDBOX_SETTINGS: '{}' })
    expect(server.asked).toEqual([])
  })

  it('are checked as a file is, and what is wrong is told by where it stands', async () => {
    expect(await refusal('ssm:/bad')).toBe(
      'ssm:/bad:1 in cn-north-1: sms.tires is no setting; perhaps sms.tries is meant',
    )
  })

  it.each([
    ['ssm:/none', 'cannot be read: there is no such parameter in this account and region'],
    [`ssm:${NAME}:4`, 'cannot be read: the parameter has no such version or label'],
    ['ssm:/sealed', 'is a SecureString; it must be a String, as settings are no secrets'],
    ['ssm:/several', 'is a StringList; it must be a String, as settings are no secrets'],
    ['ssm:', 'is no name of a parameter; ssm:/shiming/production/settings is one'],
    ['ssm:/a b', 'is no name of a parameter; ssm:/shiming/production/settings is one'],
  ])('%s: %s', async (given, told) => {
    expect(await refusal(given)).toBe(`SETTINGS=${given} ${told}`)
  })

  it.each([
    ['AccessDeniedException', `these credentials may not read it; they need ssm:GetParameter on ${NAME}`],
    ['ExpiredTokenException', 'AWS does not take these credentials; they are wrong or have expired'],
    ['UnrecognizedClientException', 'AWS does not take these credentials; they are wrong or have expired'],
    ['InternalServerErrorOfSomeKind', 'the Parameter Store answers InternalServerErrorOfSomeKind: '],
  ])('what AWS refuses with %s is told in a line', async (error, told) => {
    server.fail(error)
    const line = await refusal(`ssm:${NAME}:3`)
    expect(line).toContain(`SETTINGS=ssm:${NAME}:3 cannot be read: ${told}`)
    expect(line).not.toContain('\n')
  })

  it('a Parameter Store that never answers ends the waiting', async () => {
    server.fail('hang')
    expect(await parametersOnAws({ SETTINGS: `ssm:${NAME}` }, 50)).toEqual(
      new Map([[`ssm:${NAME}`, { fault: 'cannot be read: the Parameter Store does not answer' }]]),
    )
  })

  it.each([
    ['AWS_REGION', 'no region is known; set AWS_REGION'],
    [
      'AWS_ACCESS_KEY_ID',
      'there are no AWS credentials; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    ],
  ])('without %s it is told what to set', async (name, told) => {
    vi.stubEnv(name, undefined)
    expect(await refusal(`ssm:${NAME}`)).toBe(`SETTINGS=ssm:${NAME} cannot be read: ${told}`)
  })

  it.each(['AWS_DEFAULT_REGION', 'CDK_DEFAULT_REGION'])('%s names the region too', async (name) => {
    vi.stubEnv('AWS_REGION', undefined)
    vi.stubEnv(name, 'cn-northwest-1')
    expect((await inputsHere({ SETTINGS: `ssm:${NAME}` })).lines[1]).toContain('in cn-northwest-1)')
  })
})
