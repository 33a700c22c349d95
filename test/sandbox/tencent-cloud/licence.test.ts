import { describe, expect, it } from 'vitest'
import { ANYTHING, armFault } from '../../../functions/sandbox/faults.ts'
import { companies } from '../../../functions/sandbox/register/companies.ts'
import { licenceSightBy } from '../../../functions/sandbox/see-licence.ts'
import type { LicenceShown, Unseen } from '../../../functions/sandbox/tencent-cloud/ocr/sight.ts'
import { vendorTotals } from '../../../functions/sandbox/vendor-calls.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()
const ImageBase64 = Buffer.from('a picture').toString('base64')

const CODE = companies[0]?.creditCode ?? ''

const licence: LicenceShown = {
  ...{ kind: 'licence', creditCode: CODE, name: '测试长风科技（北京）有限公司', person: '林知夏' },
  ...{ setOn: '2018年09月25日', period: '2018年09月25日至长期' },
}

const started = (shown: LicenceShown = licence) => {
  const stage = stageOf(keys)
  const licenceSight = async () => shown
  const call = callerOf({ ...stage, sandbox: { ...stage.sandbox, licenceSight } }, keys)
  const ask = async (body: Record<string, unknown> = {}) =>
    (await call('ocr', { ImageBase64, ...body }, { headers: { 'x-tc-action': 'BizLicenseOCR' } })).response
  const counted = async () => (await vendorTotals(stage.sandbox)).find(({ vendor }) => vendor === 'tencent_ocr')
  return { stage, ask, counted }
}

describe('M3 BizLicenseOCR', () => {
  it('says what stands on a licence, and charges', async () => {
    const { ask, counted } = started()
    expect(await ask()).toMatchObject({
      ...{ RegNum: licence.kind === 'licence' && licence.creditCode, Name: '测试长风科技（北京）有限公司' },
      ...{ Person: '林知夏', SetDate: '2018年09月25日', Period: '2018年09月25日至长期', RecognizeWarnCode: [] },
    })
    expect(await counted()).toMatchObject({ billed: 1, unbilled: 0 })
  })

  it.each([
    ['warns_copy', -9102, 'WARN_COPY_CARD'],
    ['warns_screen', -9104, 'WARN_RESHOOT_CARD'],
  ])('%s is warned of by a number of its own, where that is asked for', async (mode, code, message) => {
    const { stage, ask } = started()
    await armFault(stage.sandbox, 'tencent_ocr', ANYTHING, mode, 2)
    expect(await ask({ EnableCopyWarn: true })).toMatchObject({
      RecognizeWarnCode: [code],
      RecognizeWarnMsg: [message],
    })
    expect(await ask()).toMatchObject({ RecognizeWarnCode: [] })
  })

  it.each<[Unseen, string]>([
    ['no_picture', 'FailedOperation.ImageDecodeFailed'],
    ['blurred', 'FailedOperation.ImageBlur'],
    ['glaring', 'FailedOperation.ImageNoText'],
    ['no_card', 'FailedOperation.ImageNoText'],
  ])('refuses what shows none: %s', async (because, code) => {
    const { ask, counted } = started({ kind: 'unseen', because })
    expect(await ask()).toMatchObject({ Error: { Code: code } })
    expect(await counted()).toMatchObject({ billed: 0, unbilled: 1 })
  })

  it('takes no address, nothing else, and not more than it says', async () => {
    const { ask } = started()
    expect(await ask({ ImageUrl: 'https://example.com/a.jpg' })).toMatchObject({
      Error: { Code: 'FailedOperation.DownLoadError' },
    })
    expect(await ask({ CardSide: 'FRONT' })).toMatchObject({ Error: { Code: 'UnknownParameter' } })
    expect(await ask({ ImageBase64: 'A'.repeat(7 * 1024 * 1024 + 4) })).toMatchObject({
      Error: { Code: 'LimitExceeded.TooLargeFileError' },
    })
  })

  it('is out of order when told to', async () => {
    const { stage, ask } = started()
    await armFault(stage.sandbox, 'tencent_ocr', ANYTHING, 'package_used_up', 1)
    expect(await ask()).toMatchObject({ Error: { Code: 'ResourceUnavailable.ResourcePackageRunOut' } })
  })
})

describe('M3 what is seen on a licence', () => {
  const see = (...lines: string[]) => licenceSightBy(async () => lines)(Buffer.from(''))

  it('stands behind its label, however it is spaced', async () => {
    expect(
      await see(
        '样本 SPECIMEN',
        `统一社会信用代码：${CODE.slice(0, 4)} ${CODE.slice(4)}`,
        '名称: 测试小满甜品店',
        '经营者：林知夏',
        '成立日期 2018年09月25日',
      ),
    ).toEqual({
      ...{ kind: 'licence', creditCode: CODE, name: '测试小满甜品店', person: '林知夏' },
      ...{ setOn: '2018年09月25日', period: '' },
    })
  })

  it('is nothing where neither a code nor a name stands there', async () => {
    expect(await see('公民身份号码 110101188001010011', '住址')).toEqual({ kind: 'unseen', because: 'no_card' })
    expect(await licenceSightBy(async () => 'border_incomplete')(Buffer.from(''))).toEqual({
      ...{ kind: 'unseen', because: 'no_card' },
    })
  })
})
