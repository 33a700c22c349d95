import * as z from 'zod/mini'
import type { TencentCardAction } from '../../documents/settings.ts'
import { jsonIn } from '../answer-codes.ts'

/** What stands on a card, as the vendor read it; empty where it read nothing. */
type CardTexts = Record<'name' | 'sex' | 'nation' | 'birth' | 'address' | 'idNumber' | 'authority' | 'validity', string>

/** What an action said of a picture. `other_kind`: a document that is none of those asked for. */
export type CardSaid = { kind: 'card'; texts: CardTexts; warnings: readonly string[] } | { kind: 'other_kind' }

const text = z._default(z.nullable(z.string()), '')

const basic = z.object({
  ...{ Name: text, Sex: text, Nation: text, Birth: text, Address: text, IdNum: text, Authority: text, ValidDate: text },
  AdvancedInfo: z.string(),
})
const advanced = z.object({
  Quality: z.optional(z.nullable(z.number())),
  WarnInfos: z.optional(z.nullable(z.array(z.int()))),
})

/** 0 to 100; the vendor's advice. */
const LEAST_QUALITY = 50
const BLURRED = '-8001'

/** What IDCardOCR is asked: all its warnings and no picture, and digits as they stand there, not as they should be. */
const basicAsked = {
  Config: JSON.stringify({
    ...{ CropIdCard: false, CropPortrait: false, CopyWarn: true, BorderCheckWarn: true, ReshootWarn: true },
    ...{ DetectPsWarn: true, TempIdWarn: true, InvalidDateWarn: true, Quality: true, ReflectWarn: true },
  }),
  EnableRecognitionRectify: false,
}

const basicSaid = (response: Record<string, unknown>): CardSaid | undefined => {
  const read = basic.safeParse(response)
  if (!read.success) return undefined
  const more = advanced.safeParse(jsonIn(Buffer.from(read.data.AdvancedInfo)))
  if (!more.success) return undefined
  const { Name, Sex, Nation, Birth, Address, IdNum, Authority, ValidDate } = read.data
  const { Quality, WarnInfos } = more.data
  const isBlurred = typeof Quality === 'number' && Quality < LEAST_QUALITY
  return {
    kind: 'card',
    texts: {
      ...{ name: Name ?? '', sex: Sex ?? '', nation: Nation ?? '', birth: Birth ?? '', address: Address ?? '' },
      ...{ idNumber: IdNum ?? '', authority: Authority ?? '', validity: ValidDate ?? '' },
    },
    warnings: [...(WarnInfos ?? []).map(String), ...(isBlurred ? [BLURRED] : [])],
  }
}

const mark = z.optional(z.nullable(z.int()))
const content = z.optional(
  z.nullable(
    z.object({ Content: text, IsInComplete: mark, IsReflect: mark, IsKeyInComplete: mark, IsKeyReflect: mark }),
  ),
)
const info = z.object({
  ...{ Name: content, Sex: content, Nation: content, Birth: content, Address: content, IdNum: content },
  ...{ Authority: content, ValidDate: content },
  WarnInfos: z.optional(z.nullable(z.record(z.string(), z.nullable(z.number())))),
})
const thorough = z.object({
  Type: text,
  IDCardInfo: z.optional(z.nullable(info)),
  ResidencePermitInfo: z.optional(z.nullable(info)),
})

/** What RecognizeValidIDCardOCR is asked: to find out by itself what it is shown, all its checks, and no picture. */
const thoroughAsked = {
  ...{ CardType: 0, EnablePortrait: false, EnableCropImage: false },
  ...{ EnableBorderCheck: true, EnableOcclusionCheck: true, EnableCopyCheck: true, EnableReshootCheck: true },
  ...{ EnablePSCheck: true, EnableWordCheck: true, EnableQualityCheck: true, EnableElectronCheck: true },
}

/** Beside the checks: how blurred, which BlurCheck judges. */
const SCORE = 'BlurScore'

const OTHER_KINDS = /^(?:临时身份证|外国人永久居留)/u

const thoroughSaid = (response: Record<string, unknown>): CardSaid | undefined => {
  const read = thorough.safeParse(response)
  if (!read.success) return undefined
  const { Type, IDCardInfo, ResidencePermitInfo } = read.data
  if (OTHER_KINDS.test(Type ?? '')) return { kind: 'other_kind' }
  const of = IDCardInfo ?? ResidencePermitInfo
  if (!of) return undefined
  const { WarnInfos, ...fields } = of
  const all = Object.values(fields)
  const isMarked = (...names: ('IsReflect' | 'IsKeyReflect' | 'IsInComplete' | 'IsKeyInComplete')[]): boolean =>
    all.some((one) => names.some((name) => one?.[name] === 1))
  // Anything but "not so" counts as said: a value that nobody documented is no clean card.
  const checks = Object.entries(WarnInfos ?? {}).filter(
    ([name, value]) => name !== SCORE && value !== null && value !== 0,
  )
  const textOf = (one: z.infer<typeof content>): string => one?.Content ?? ''
  return {
    kind: 'card',
    texts: {
      ...{ name: textOf(of.Name), sex: textOf(of.Sex), nation: textOf(of.Nation), birth: textOf(of.Birth) },
      ...{ address: textOf(of.Address), idNumber: textOf(of.IdNum) },
      ...{ authority: textOf(of.Authority), validity: textOf(of.ValidDate) },
    },
    warnings: [
      ...checks.map(([name]) => name),
      ...(isMarked('IsReflect', 'IsKeyReflect') ? ['IsReflect'] : []),
      ...(isMarked('IsInComplete', 'IsKeyInComplete') ? ['IsInComplete'] : []),
    ],
  }
}

/** What each action is asked beside the picture, and what its answer says; undefined where that has no form we know. */
export const actions: Readonly<
  Record<
    TencentCardAction,
    { asked: Record<string, unknown>; said: (response: Record<string, unknown>) => CardSaid | undefined }
  >
> = {
  IDCardOCR: { asked: basicAsked, said: basicSaid },
  RecognizeValidIDCardOCR: { asked: thoroughAsked, said: thoroughSaid },
}
