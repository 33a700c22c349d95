import { describe, expect, it } from 'vitest'
import type { CardSide, Recogniser } from '../../../functions/documents/recogniser.ts'
import { type TencentCardAction, tencentCardActions } from '../../../functions/documents/settings.ts'
import { tencentCardReader } from '../../../functions/vendors/tencent-cloud/card-reader.ts'
import { errorCodes, warningCodes } from '../../../functions/vendors/tencent-cloud/card-reader-codes.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'
import * as tencent from '../tencent-cloud/tencent-vendor.ts'
import { faults, type Received, silences, startVendor } from '../vendor-server.ts'
import { answerOf, back, front, lineOf, NOW, picture, picturePermit } from './said.ts'

const PATIENCE_MS = 1000
const limits = { connectMs: PATIENCE_MS, totalMs: PATIENCE_MS }
const deps = { outgoing: outgoing({ ...limits, maxBytes: 64_000 }), clock: { now: () => NOW } }
const key = tencent.freshKey()

const at = (port: number, action: TencentCardAction): Recogniser =>
  tencentCardReader({ ...key, url: `http://127.0.0.1:${port}/below/a/path`, action }, deps)

const started = async (action: TencentCardAction, answer: Parameters<typeof startVendor>[0]) => {
  const vendor = await startVendor(answer)
  const read = (side: CardSide = 'front') =>
    at(vendor.port, action).read({ picture, side, now: NOW, permit: picturePermit() })
  return { ...vendor, read }
}

const saying = async (action: TencentCardAction, body: string, side: CardSide = 'front') => {
  const { read, close } = await started(action, (_received, response) => response.end(body))
  try {
    return await read(side)
  } finally {
    await close()
  }
}

const refusing = (Code: string): string => tencent.enveloped({ Error: { Code, Message: 'x' } })

describe.each(tencentCardActions)('X1 happy: %s', (action) => {
  it('reads a front and a back', async () => {
    expect(await saying(action, answerOf[action](front))).toEqual({
      kind: 'read',
      card: {
        ...{ side: 'front', idNumber: '110101188001010011', name: '林知夏', sex: 'male', birth: '18800101' },
        ...{ nation: '汉', address: '云水省望江市东亭区采菊路1号' },
      },
    })
    expect(await saying(action, answerOf[action](back), 'back')).toEqual({
      kind: 'read',
      card: { side: 'back', authority: '望江市公安局', validFrom: '20160102', validUntil: '20360102' },
    })
    const forLife = { ...back, ValidDate: '2016.01.02-长期' }
    expect(await saying(action, answerOf[action](forLife), 'back')).toMatchObject({ card: { validFrom: '20160102' } })
  })

  it('takes days as it writes them, either way', async () => {
    for (const Birth of ['1880/1/1', '1880年1月1日', ''])
      expect(await saying(action, answerOf[action]({ ...front, Birth }))).toMatchObject({ card: { birth: '18800101' } })
  })

  it('is handed the picture in the body, signed, and nothing else of anybody', async () => {
    const calls: Received[] = []
    const { read, close } = await started(action, (received, response) => {
      calls.push(received)
      response.end(answerOf[action](front))
    })
    await read()
    await close()
    const [call] = calls
    if (!call || calls.length > 1) throw new Error('not one call')
    const sent: Record<string, unknown> = JSON.parse(call.body)
    expect(Buffer.from(String(sent.ImageBase64), 'base64').equals(picture)).toBe(true)
    expect(sent).not.toHaveProperty('ImageUrl')
    expect(call.headers).toMatchObject({ 'x-tc-action': action, 'x-tc-version': '2018-11-19' })
    expect(await tencent.verifies(key, call.headers, call.body)).toBe(true)
    expect(call.url).toBe('/below/a/path')
  })
})

describe('X1 what either is asked', () => {
  const askedOf = async (action: TencentCardAction): Promise<Record<string, unknown>> => {
    let body = '{}'
    const { read, close } = await started(action, (received, response) => {
      body = received.body
      response.end(answerOf[action](front))
    })
    await read()
    await close()
    const { ImageBase64: _, ...asked } = JSON.parse(body)
    return asked
  }

  it('is all warnings, digits as they stand there, and no picture back', async () => {
    const { Config, ...rest } = await askedOf('IDCardOCR')
    expect(rest).toEqual({ EnableRecognitionRectify: false })
    expect(JSON.parse(String(Config))).toEqual({
      ...{ CropIdCard: false, CropPortrait: false, CopyWarn: true, BorderCheckWarn: true, ReshootWarn: true },
      ...{ DetectPsWarn: true, TempIdWarn: true, InvalidDateWarn: true, Quality: true, ReflectWarn: true },
    })
    expect(await askedOf('RecognizeValidIDCardOCR')).toEqual({
      ...{ CardType: 0, EnablePortrait: false, EnableCropImage: false, EnableBorderCheck: true },
      ...{ EnableOcclusionCheck: true, EnableCopyCheck: true, EnableReshootCheck: true, EnablePSCheck: true },
      ...{ EnableWordCheck: true, EnableQualityCheck: true, EnableElectronCheck: true },
    })
  })
})

describe.each(tencentCardActions)('X1 refused: what %s read is judged here', (action) => {
  it.each<[string, CardSide, Record<string, string>, string]>([
    ['a number that does not check itself', 'front', { IdNum: '110101188001010012' }, 'refused number_check_failed'],
    ['a number that lacks digits', 'front', { IdNum: '1101011880010100' }, 'refused number_check_failed'],
    ['no number', 'front', { IdNum: '' }, 'refused number_not_found'],
    ['another sex', 'front', { Sex: '女' }, 'refused fields_conflict'],
    ['another birth', 'front', { Birth: '1880/1/2' }, 'refused fields_conflict'],
    ['a card that is over', 'back', { ValidDate: '2006.01.02-2016.01.02' }, 'refused expired'],
    ['a card that is over today', 'back', { ValidDate: '2016.11.19-2026.11.19' }, 'refused expired'],
    ['a card on its last day', 'back', { ValidDate: '2016.11.20-2026.11.20' }, 'read back'],
    ['a term that no card has', 'back', { ValidDate: '2016.01.01-2936.01.01' }, 'refused fields_conflict'],
    ['a permit to travel', 'back', { Authority: '公安部出入境管理局' }, 'refused wrong_card_kind'],
    ['no validity', 'back', { ValidDate: '' }, 'refused blurred'],
    ['a validity that is none', 'back', { ValidDate: '2036.01.02-2016.01.02' }, 'refused blurred'],
  ])('%s', async (_what, side, change, line) => {
    const words = side === 'front' ? front : back
    expect(lineOf(await saying(action, answerOf[action]({ ...words, ...change }), side))).toBe(line)
  })

  it('the other side, and none', async () => {
    expect(lineOf(await saying(action, answerOf[action](back)))).toBe('refused wrong_side')
    expect(lineOf(await saying(action, answerOf[action](front), 'back'))).toBe('refused wrong_side')
    expect(lineOf(await saying(action, answerOf[action]({})))).toBe('refused not_a_card')
  })
})

/** Each warning with what comes of a card that could be read, and of one whose number could not; said here a second time. */
const warned: Readonly<Record<TencentCardAction, Record<string, [readable: string, unreadable: string]>>> = {
  IDCardOCR: {
    '-9104': ['refused wrong_card_kind', 'refused wrong_card_kind'],
    '-9110': ['refused wrong_card_kind', 'refused wrong_card_kind'],
    '-9102': ['refused wrong_card_kind', 'refused wrong_card_kind'],
    '-9108': ['refused wrong_card_kind', 'refused wrong_card_kind'],
    '-9103': ['refused not_a_card', 'refused not_a_card'],
    '-9106': ['refused not_a_card', 'refused not_a_card'],
    '-9111': ['refused not_a_card', 'refused not_a_card'],
    '-8001': ['refused blurred', 'refused blurred'],
    '-9101': ['refused border_incomplete', 'refused border_incomplete'],
    '-9105': ['refused border_incomplete', 'refused border_incomplete'],
    '-9107': ['read front', 'refused glare'],
    '-9100': ['refused blurred', 'refused number_not_found'],
    '-9109': ['refused blurred', 'refused number_not_found'],
  },
  RecognizeValidIDCardOCR: {
    ElectronCheck: ['refused wrong_card_kind', 'refused wrong_card_kind'],
    CopyCheck: ['refused wrong_card_kind', 'refused wrong_card_kind'],
    ReshootCheck: ['refused not_a_card', 'refused not_a_card'],
    PSCheck: ['refused not_a_card', 'refused not_a_card'],
    BlurCheck: ['refused blurred', 'refused blurred'],
    BorderCheck: ['refused border_incomplete', 'refused border_incomplete'],
    OcclusionCheck: ['refused border_incomplete', 'refused border_incomplete'],
    IsReflect: ['read front', 'refused glare'],
    IsInComplete: ['read front', 'refused border_incomplete'],
  },
}

const cases = tencentCardActions.flatMap((action) =>
  Object.entries(warned[action]).map(([code, lines]) => [action, code, ...lines] as const),
)

describe('X1 warnings of Tencent Cloud', () => {
  it('each have one row', () => {
    const said = cases.map(([, code]) => code)
    expect(warningCodes.map(({ code }) => code).toSorted()).toEqual(said.toSorted())
  })

  it.each(cases)('%s %s: %s, and where the number could not be read %s', async (action, code, readable, unreadable) => {
    const name = action === 'IDCardOCR' ? Number(code) : code
    expect(lineOf(await saying(action, answerOf[action](front, [name])))).toBe(readable)
    expect(lineOf(await saying(action, answerOf[action]({ ...front, IdNum: '' }, [name])))).toBe(unreadable)
  })

  it('of light do not hide the other side, nor that a card is over', async () => {
    expect(lineOf(await saying('IDCardOCR', answerOf.IDCardOCR(back, [-9107])))).toBe('refused wrong_side')
    const over = { ...back, ValidDate: '2006.01.02-2016.01.02' }
    expect(lineOf(await saying('IDCardOCR', answerOf.IDCardOCR(over, [-9109]), 'back'))).toBe('refused expired')
  })

  it('of a quality below fifty are of a blurred picture', async () => {
    for (const [Quality, line] of [
      [49, 'refused blurred'],
      [50, 'read front'],
      [null, 'read front'],
    ] as const) {
      const AdvancedInfo = JSON.stringify({ Quality })
      expect(lineOf(await saying('IDCardOCR', answerOf.IDCardOCR(front, [], { AdvancedInfo })))).toBe(line)
    }
  })

  it('hostile: that nobody documented make no card of it, and ring', async () => {
    expect(lineOf(await saying('IDCardOCR', answerOf.IDCardOCR(front, [-9999])))).toBe('unavailable perhaps ours')
    const unheard = answerOf.RecognizeValidIDCardOCR(front, ['ToneCheck'])
    expect(lineOf(await saying('RecognizeValidIDCardOCR', unheard))).toBe('unavailable perhaps ours')
  })
})

describe('X1 kinds of cards', () => {
  const typed = (Type: string, more: Record<string, unknown> = {}) =>
    saying('RecognizeValidIDCardOCR', answerOf.RecognizeValidIDCardOCR({}, [], { Type, IDCardInfo: null, ...more }))

  it('that are not asked for are said to be that', async () => {
    for (const type of ['临时身份证人像面', '外国人永久居留证人像面', '外国人永久居留身份证国徽面'])
      expect(lineOf(await typed(type))).toBe('refused wrong_card_kind')
    expect(lineOf(await typed('某种新证件'))).toBe('unavailable perhaps ours')
  })

  it('may be residence permits, which are read as cards are', async () => {
    const read: { Response: { IDCardInfo: unknown } } = JSON.parse(answerOf.RecognizeValidIDCardOCR(front))
    const ResidencePermitInfo = read.Response.IDCardInfo
    expect(lineOf(await typed('港澳台居住证人像面', { ResidencePermitInfo }))).toBe('read front')
  })
})

const ofPicture: Record<string, string> = {
  ...{ ImageBlur: 'blurred', ImageNoIdCard: 'not_a_card', ImageNoText: 'not_a_card', MultiCardError: 'not_a_card' },
  ...{ LicenseMultiCardError: 'not_a_card', ImageNoSpecifiedCard: 'wrong_card_kind', CardSideError: 'wrong_side' },
  ...{ LicenseCardSideError: 'wrong_side', IdCardInfoIllegal: 'number_check_failed', IdCardTooSmall: 'too_small' },
  ...{ ImageSizeTooLarge: 'too_big', ImageDecodeFailed: 'decode_failed', EmptyImageError: 'decode_failed' },
}
const passing = ['DetectFailed', 'OcrFailed', 'UnKnowError', 'EngineRecognizeTimeout', 'DbError', 'DownLoadError']
const repaired = ['ArrearsError', 'UnOpenError', 'UserQuotaError', 'CountLimitError']
const families = [
  ...['ResourceUnavailable', 'ResourceInsufficient', 'ResourceNotFound', 'ResourcesSoldOut', 'LimitExceeded'],
  ...['AuthFailure', 'UnauthorizedOperation', 'OperationDenied', 'UnsupportedOperation', 'InvalidParameter'],
  ...['InvalidParameterValue', 'MissingParameter', 'UnknownParameter', 'InvalidAction', 'InvalidRequest'],
  ...['RequestSizeLimitExceeded', 'ActionOffline', 'NoSuchProduct', 'NoSuchVersion', 'UnsupportedProtocol'],
  ...['UnsupportedRegion', 'IpInBlacklist', 'IpNotInWhitelist'],
]

/** Errors with what comes of them; said here a second time. */
const errorLines: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(ofPicture).map(([code, because]) => [`FailedOperation.${code}`, `refused ${because}`]),
  ),
  'InvalidParameter.EngineImageDecodeFailed': 'refused decode_failed',
  'LimitExceeded.TooLargeFileError': 'refused too_big',
  ...Object.fromEntries(passing.map((code) => [`FailedOperation.${code}`, 'unavailable perhaps'])),
  ...Object.fromEntries(repaired.map((code) => [`FailedOperation.${code}`, 'unavailable not_used ours'])),
  ...Object.fromEntries(families.map((code) => [code, 'unavailable not_used ours'])),
  ...Object.fromEntries(
    ['FailedOperation', 'InternalError', 'ServiceUnavailable', 'ResourceInUse', 'ResponseSizeLimitExceeded'].map(
      (code) => [code, 'unavailable perhaps'],
    ),
  ),
  DryRunOperation: 'unavailable perhaps',
  RequestLimitExceeded: 'unavailable not_used',
}

describe('X1 errors of Tencent Cloud', () => {
  it('each have one row, and one of them is charged', () => {
    expect(errorCodes.map(({ code }) => code).toSorted()).toEqual(Object.keys(errorLines).toSorted())
    expect(errorCodes.filter(({ billed }) => billed === 'yes').map(({ code }) => code)).toEqual([
      'FailedOperation.EmptyImageError',
    ])
  })

  it.each(Object.entries(errorLines))('%s: %s', async (code, line) => {
    expect(lineOf(await saying('RecognizeValidIDCardOCR', refusing(code)))).toBe(line)
  })

  it.each([
    ['ResourceUnavailable.InArrears', 'unavailable not_used ours'],
    ['ResourceUnavailable.ResourcePackageRunOut', 'unavailable not_used ours'],
    ['ResourcesSoldOut.ChargeStatusException', 'unavailable not_used ours'],
    ['AuthFailure.SignatureExpire', 'unavailable not_used ours'],
    ['FailedOperation.NobodyKnows', 'unavailable perhaps'],
    ['Unheard.Of', 'unavailable perhaps'],
  ])('%s, by its family: %s', async (code, line) => {
    expect(lineOf(await saying('IDCardOCR', refusing(code)))).toBe(line)
  })
})

describe.each(tencentCardActions)('X1 hostile: %s', (action) => {
  it.each(Object.entries(faults))('nobody could look, where the vendor %s', async (_, fault) => {
    const { read, calls, close } = await started(action, (_received, response) =>
      fault(response, answerOf[action](front)),
    )
    expect(await read()).toMatchObject({ kind: 'unavailable' })
    expect(calls).toHaveLength(1)
    await close()
  })

  it('nobody could look, where the vendor falls silent', async () => {
    const told = await Promise.all(
      Object.values(silences).map(async (fault) => {
        const { read, close } = await started(action, (_received, response) => fault(response, answerOf[action](front)))
        const came = await read()
        await close()
        return lineOf(came)
      }),
    )
    expect(told).toEqual(['unavailable perhaps', 'unavailable perhaps'])
  })

  it('nothing left, where nobody listens, and where the picture is more than the vendor takes', async () => {
    const vendor = await startVendor(() => undefined)
    await vendor.close()
    const reading = { picture, side: 'front', now: NOW, permit: picturePermit() } as const
    expect(lineOf(await at(vendor.port, action).read(reading))).toBe('unavailable not_sent')
    const huge = new Uint8Array(8 * 1024 * 1024)
    expect(lineOf(await at(vendor.port, action).read({ ...reading, picture: huge }))).toBe('unavailable not_sent ours')
  })

  it('no answer of another form is a card', async () => {
    const odd = [
      ...['{}', '[]', 'null', '{"Response":null}', tencent.enveloped({})],
      ...[[], 0, 'x', { Content: 1 }].map((IdNum) =>
        tencent.enveloped({ Type: '身份证人像面', AdvancedInfo: '{}', IdNum, IDCardInfo: { IdNum } }),
      ),
      ...['', 'x', '[]', 'null', '{"WarnInfos":["-9102"]}', '{"WarnInfos":{"a":1}}', '{"Quality":"good"}'].map(
        (AdvancedInfo) => answerOf.IDCardOCR(front, [], { AdvancedInfo }),
      ),
      ...[1, 'x', [], { CopyCheck: 'yes' }, { CopyCheck: 2 }, { CopyCheck: -1 }].map((WarnInfos) =>
        tencent.enveloped({ Type: '身份证人像面', IDCardInfo: { IdNum: { Content: front.IdNum }, WarnInfos } }),
      ),
    ]
    for (const body of odd) expect([body, (await saying(action, body)).kind]).not.toEqual([body, 'read'])
  })

  it('P11 prints nothing of the card where it refuses, whatever the vendor repeats', async () => {
    for (const text of ['110101188001010011', '林知夏'])
      for (const body of [
        tencent.enveloped({ Error: { Code: text, Message: text } }),
        answerOf[action]({ ...front, IdNum: text === '林知夏' ? text : '' }),
        answerOf[action](front, [], { Type: text, IDCardInfo: null, AdvancedInfo: text }),
      ])
        expect(JSON.stringify(await saying(action, body))).not.toContain(text)
  })
})
