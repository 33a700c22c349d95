import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveAlibabaCloud } from '../../../functions/sandbox/alibaba-cloud/serve.ts'
import { alibabaCloudRoute } from '../../../functions/sandbox/alibaba-cloud.route.ts'
import { people } from '../../../functions/sandbox/people.ts'
import { bound } from '../../../shared/http/endpoint.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { serve } from '../../http-event.ts'
import { sdkCalls } from '../../vendors/alibaba-cloud/sdk.ts'
import { listen } from '../server.ts'
import { makeKeys, stageOf } from '../stage.ts'

const keys = makeKeys()
const stage = stageOf(keys)

const handler = serve(
  { now: () => Date.now(), request: () => {}, fault: () => {} },
  bound(alibabaCloudRoute, async (request) => ok(await serveAlibabaCloud(stage.sandbox, request))),
)

let server: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  // The SDK knows no paths.
  server = await listen(handler, () => `POST ${alibabaCloudRoute.path}`)
  stage.world.now = Date.now()
})

afterAll(() => server.close())

const [somebody] = people
const person = {
  ParamType: 'normal',
  UserName: somebody?.name ?? '',
  IdentifyNum: somebody?.idNumber ?? '',
}
const withPhone = { ...person, Mobile: somebody?.phone ?? '' }
const withCard = {
  ...withPhone,
  ...{ BankCard: '6200000000000005', VerifyMode: 'VERIFY_BANK_CARD', ProductType: 'BANK_CARD_4_META' },
}

describe("the vendor's own client understands the stand-in", () => {
  it.each([
    ['Mobile3MetaSimpleVerify', withPhone, { BizCode: '1', IspName: 'CTCC' }],
    ['Mobile3MetaDetailVerify', withPhone, { BizCode: '1', SubCode: '101', IspName: 'CTCC' }],
    ['Id2MetaVerify', person, { BizCode: '1' }],
    ['BankMetaVerify', withCard, { BizCode: '1', SubCode: '101' }],
  ])('asking by %s, with parameters in the form or in the query', async (action, parameters, ResultObject) => {
    for (const place of ['body', 'query'] as const) {
      const answer = await sdkCalls({ port: server.port, ...keys.alibabaCloud }, action, parameters, place)
      expect(answer).toMatchObject({ Code: '200', Message: 'success', ResultObject })
    }
  })

  it('with a name that a form has to escape', async () => {
    const name = people.find((one) => one.name.includes('·')) ?? somebody
    const parameters = { ...person, UserName: name?.name ?? '', IdentifyNum: name?.idNumber ?? '' }
    for (const place of ['body', 'query'] as const)
      expect(
        await sdkCalls({ port: server.port, ...keys.alibabaCloud }, 'Id2MetaVerify', parameters, place),
      ).toMatchObject({ ResultObject: { BizCode: '1' } })
  })

  it('being told that its signature is wrong', async () => {
    const account = { ...keys.alibabaCloud, accessKeySecret: 'another' }
    const wrong = sdkCalls({ port: server.port, ...account }, 'Id2MetaVerify', person)
    await expect(wrong).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' })
  })
})
