import { describe, expect, it } from 'vitest'
import { ANYTHING, armFault, faultModes } from '../../../functions/sandbox/faults.ts'
import { errors } from '../../../functions/sandbox/tencent-cloud/ocr/errors.ts'
import type { CardShown, Unseen } from '../../../functions/sandbox/tencent-cloud/ocr/sight.ts'
import { warnings } from '../../../functions/sandbox/tencent-cloud/ocr/warnings.ts'
import { vendorTotals } from '../../../functions/sandbox/vendor-calls.ts'
import { makeKeys, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'
import { shownBack, shownFront } from './shown.ts'

const keys = makeKeys()
const ImageBase64 = Buffer.from('a picture').toString('base64')

const asksAll = {
  ...{ CopyWarn: true, BorderCheckWarn: true, ReshootWarn: true, DetectPsWarn: true, TempIdWarn: true },
  ...{ InvalidDateWarn: true, Quality: true, ReflectWarn: true },
}
const enablesAll = {
  ...{ EnableBorderCheck: true, EnableOcclusionCheck: true, EnableCopyCheck: true, EnableReshootCheck: true },
  ...{ EnablePSCheck: true, EnableWordCheck: true, EnableQualityCheck: true, EnableElectronCheck: true },
}

const started = (shown: CardShown = shownFront) => {
  const stage = stageOf(keys)
  const seen: Buffer[] = []
  const sight = async (picture: Uint8Array) => {
    seen.push(Buffer.from(picture))
    return shown
  }
  const call = callerOf({ ...stage, sandbox: { ...stage.sandbox, sight } }, keys)
  const ask = async (action: string, body: Record<string, unknown>) =>
    (await call('ocr', body, { headers: { 'x-tc-action': action } })).response
  const basic = (config: Record<string, unknown> = asksAll, more: Record<string, unknown> = {}) =>
    ask('IDCardOCR', { ImageBase64, Config: JSON.stringify(config), ...more })
  const thorough = (more: Record<string, unknown> = enablesAll) =>
    ask('RecognizeValidIDCardOCR', { ImageBase64, ...more })
  const counted = async () => (await vendorTotals(stage.sandbox)).find(({ vendor }) => vendor === 'tencent_ocr')
  const armed = (mode: string) => armFault(stage.sandbox, 'tencent_ocr', ANYTHING, mode, 1)
  return { stage, seen, ask, basic, thorough, counted, armed }
}

describe('M3 IDCardOCR', () => {
  it('says what stands on a front and on a back, and charges', async () => {
    const { basic, seen, counted } = started()
    expect(await basic()).toMatchObject({
      ...{ Name: '林知夏', Sex: '男', Nation: '汉', Birth: '1880/1/1', IdNum: '110101188001010011' },
      ...{ Authority: '', ValidDate: '', AdvancedInfo: '{"Quality":90}' },
    })
    expect(seen.map(String)).toEqual(['a picture'])
    expect(await counted()).toEqual({ vendor: 'tencent_ocr', billed: 1, unbilled: 0, turnedAway: 0 })
    expect(await started(shownBack).basic()).toMatchObject({ Name: '', ValidDate: '2016.01.02-长期' })
    const limited = await started({ ...shownBack, validUntil: '20360102' }).basic()
    expect(limited).toMatchObject({ ValidDate: '2016.01.02-2036.01.02' })
  })

  const coded = Object.entries(warnings).flatMap(([name, one]) => ('code' in one ? [[name, one] as const] : []))

  it.each(coded)('warns of %s where it is asked for', async (name, { code, config }) => {
    const { armed, basic } = started()
    await armed(`warns_${name}`)
    expect(JSON.parse(String((await basic())?.AdvancedInfo))).toEqual({ Quality: 90, WarnInfos: [code] })
    await armed(`warns_${name}`)
    expect((await basic({ ...asksAll, [config]: false }))?.AdvancedInfo).toBe('{"Quality":90}')
  })

  it('says of a temporary card nothing but that, and of a blurred one by its quality', async () => {
    const { armed, basic } = started()
    await armed('warns_temporary')
    expect(await basic()).toMatchObject({ Name: '', IdNum: '' })
    await armed('warns_blurred')
    expect((await basic())?.AdvancedInfo).toBe('{"Quality":30}')
  })
})

describe('M3 RecognizeValidIDCardOCR', () => {
  it('says what kind of card it is, and what stands there', async () => {
    expect(await started().thorough()).toMatchObject({
      Type: '身份证人像面',
      IDCardInfo: {
        ...{ Name: { Content: '林知夏' }, Birth: { Content: '1880年1月1日' }, Authority: { Content: '' } },
        WarnInfos: { BorderCheck: 0, OcclusionCheck: 0, CopyCheck: 0, ReshootCheck: 0, PSCheck: 0, BlurCheck: 0 },
      },
      ResidencePermitInfo: null,
    })
    expect(await started(shownBack).thorough()).toMatchObject({ Type: '身份证国徽面' })
    expect(await started({ ...shownFront, idNumber: '810000189001010116' }).thorough()).toMatchObject({
      ...{ Type: '港澳台居住证人像面', IDCardInfo: null, ResidencePermitInfo: { Name: { Content: '林知夏' } } },
    })
  })

  const checked = Object.entries(warnings).flatMap(([name, one]) => ('check' in one ? [[name, one] as const] : []))

  it.each(checked)('warns of %s where it is asked for', async (name, { check, enable }) => {
    const { armed, thorough } = started()
    await armed(`warns_${name}`)
    expect(await thorough()).toMatchObject({ IDCardInfo: { WarnInfos: { [check]: 1 } } })
    await armed(`warns_${name}`)
    expect(await thorough({ ...enablesAll, [enable]: false })).not.toMatchObject({
      ...{ IDCardInfo: { WarnInfos: { [check]: 1 } } },
    })
  })

  it('says of light by the fields, and of a temporary card by its type', async () => {
    const { armed, thorough } = started()
    await armed('warns_glaring')
    expect(await thorough()).toMatchObject({ IDCardInfo: { IdNum: { IsReflect: 1 } } })
    await armed('warns_temporary')
    expect(await thorough()).toMatchObject({
      ...{ Type: '临时身份证人像面', IDCardInfo: null, TemporaryIDCardInfo: { Name: { Content: '林知夏' } } },
    })
  })
})

describe('what cannot be seen', () => {
  it.each<[Unseen, Record<string, unknown>]>([
    ['no_picture', { Error: { Code: 'FailedOperation.ImageDecodeFailed' } }],
    ['no_card', { Error: { Code: 'FailedOperation.ImageNoIdCard' } }],
    ['other_card', { Error: { Code: 'FailedOperation.ImageNoSpecifiedCard' } }],
    ['wrong_number', { Error: { Code: 'FailedOperation.IdCardInfoIllegal' } }],
    ['blurred', { IdNum: '', AdvancedInfo: '{"Quality":30}' }],
    ['cut', { IdNum: '', AdvancedInfo: '{"Quality":90,"WarnInfos":[-9101]}' }],
    ['glaring', { IdNum: '', AdvancedInfo: '{"Quality":90,"WarnInfos":[-9107]}' }],
  ])('%s is %j', async (because, said) => {
    expect(await started({ kind: 'unseen', because }).basic()).toMatchObject(said)
  })
})

describe('faults', () => {
  it.each(Object.entries(errors))('%s is %j, and only an empty picture is charged', async (mode, [Code]) => {
    const { armed, basic, seen, counted } = started()
    await armed(mode)
    expect(await basic()).toMatchObject({ Error: { Code } })
    expect(seen).toEqual([])
    expect((await counted())?.billed).toBe(mode === 'empty_image' ? 1 : 0)
  })

  it('are one for each error, and one for each warning', () => {
    const modes = Object.keys(faultModes.tencent_ocr)
    for (const name of Object.keys(errors)) expect(modes).toContain(name)
    for (const name of Object.keys(warnings)) expect(modes).toContain(`warns_${name}`)
  })
})

describe('hostile', () => {
  it.each<[what: string, change: Record<string, unknown>, code: string]>([
    ['no picture', { ImageBase64: undefined }, 'FailedOperation.EmptyImageError'],
    ['an empty one', { ImageBase64: '' }, 'FailedOperation.EmptyImageError'],
    ['one that is no Base64', { ImageBase64: '%%%' }, 'FailedOperation.ImageDecodeFailed'],
    ['one that is too large', { ImageBase64: 'A'.repeat(10 * 1024 * 1024 + 4) }, 'LimitExceeded.TooLargeFileError'],
    ['an address', { ImageUrl: 'https://example.com/card.jpg' }, 'FailedOperation.DownLoadError'],
    ['a parameter nobody knows', { Colour: 'red' }, 'UnknownParameter'],
  ])('%s is an error of either action', async (_what, change, code) => {
    const { ask, seen } = started()
    for (const action of ['IDCardOCR', 'RecognizeValidIDCardOCR'])
      expect((await ask(action, { ImageBase64, ...change }))?.Error?.Code).toBe(code)
    expect(seen).toEqual([])
  })

  it('a Config that is no JSON is an error', async () => {
    const { ask } = started()
    for (const Config of ['{', '[]', 'true'])
      expect((await ask('IDCardOCR', { ImageBase64, Config }))?.Error?.Code).toBe('InvalidParameter.ConfigFormatError')
  })
})
