import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLicenceRoute } from '../../functions/certification/licence.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { companies } from '../../functions/sandbox/register/companies.ts'
import { uploadPicture } from '../../local/demo/papers.ts'
import { signIn, type User } from '../../local/demo/user.ts'
import { faultOf } from '../alarms/misheard.ts'
import { licencePicture } from '../documents/specimens/licence.ts'
import { type Instance, startInstance } from './instance.ts'

const [company] = companies
if (!company) throw new Error('the catalogue has no company')

describe('W2 M7 photos of licences, where Tencent Cloud reads them', () => {
  let instance: Instance
  let user: User
  beforeAll(async () => {
    // The stand-in looks with the models of the house, beside all else that runs here.
    const vendor = { connectMs: 5000, totalMs: 20_000 }
    instance = await startInstance({ company: { licenceReader: 'tencent' }, vendor })
    user = await signIn(instance.platform, '19916009002')
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const consent = async () => {
    const { consent: notice } = await instance.platform.shiming.request('GET /v1/applicant-terms')
    return { notice: notice.version, agreed: true as const }
  }
  const upload = async () =>
    (await uploadPicture(instance.platform, user, 'business_licence', await licencePicture(company), 'image/jpeg')).id

  it('are read and compared with what was typed, under a consent of their own', async () => {
    const { platform } = instance
    const typed = { creditCode: company.creditCode, legalRepresentative: '别人' }
    const body = { material: await upload(), typed, consent: await consent() }
    const read = await platform.must(readLicenceRoute, { token: user.token, body })
    expect(read).toMatchObject({
      licence: { creditCode: company.creditCode, registeredOn: '20180925', registeredUntil: 'open' },
      ...{ doubts: [], unlike: ['legalRepresentative'] },
    })
    const mine = platform.shiming.withSession(user.token)
    const { items } = await mine.disclosures.list().page()
    expect(items.find(({ purpose }) => purpose === 'company_check')).toMatchObject({
      ...{ items: ['licence_picture'], outcome: 'answered' },
      recipient: { vendor: 'tencent_cloud', service: '腾讯云“营业执照识别”' },
    })
  })

  it('that nobody could read are told so, and what people have to mend rings', async () => {
    const { platform, engine } = instance
    const body = { material: await upload(), consent: await consent() }
    await platform.must(faultsRoute, { body: { target: 'tencent_ocr', mode: 'package_used_up', times: 1 } })
    expect(await platform.call(readLicenceRoute, { token: user.token, body })).toMatchObject({
      ...{ status: 503, problem: { code: 'licence_not_read' } },
    })
    const lines = (await engine.heard()).filter(({ message }) => message === 'licence_reader_needs_repair')
    expect(lines.map(({ fn }) => fn)).toEqual(['certification-licence'])
    for (const line of lines) expect(faultOf(line)).toBeUndefined()
  })
})
