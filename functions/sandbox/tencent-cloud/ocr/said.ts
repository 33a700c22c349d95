import type { BackShown, CardShown, FrontShown } from './sight.ts'
import { checks, type Warning, type WarningName, warnings } from './warnings.ts'

const dotted = (day: string): string => `${day.slice(0, 4)}.${day.slice(4, 6)}.${day.slice(6)}`

const validityOf = ({ validFrom, validUntil }: BackShown): string =>
  `${dotted(validFrom)}-${validUntil === undefined ? '长期' : dotted(validUntil)}`

const parts = ({ birth }: FrontShown): number[] => [birth.slice(0, 4), birth.slice(4, 6), birth.slice(6)].map(Number)

const nothing = { Name: '', Sex: '', Nation: '', Birth: '', Address: '', IdNum: '', Authority: '', ValidDate: '' }
type Texts = typeof nothing

const textsOf = (shown: CardShown, birthOf: (front: FrontShown) => string): Texts => {
  if (shown.kind === 'unseen') return nothing
  if (shown.kind === 'back') return { ...nothing, Authority: shown.authority, ValidDate: validityOf(shown) }
  const { name, sex, nation, address, idNumber } = shown
  return { ...nothing, Name: name, Sex: sex, Nation: nation, Birth: birthOf(shown), Address: address, IdNum: idNumber }
}

const SHARP = 90
const BLURRED = 30

/** What IDCardOCR answers, of warnings only what its `Config` asks for. A temporary card has no fields. */
export const basicSaid = (
  shown: CardShown,
  config: Readonly<Record<string, unknown>>,
  warned: readonly WarningName[],
): Record<string, unknown> => {
  const isAsked = ({ config: name }: Warning): boolean => name !== undefined && config[name] === true
  const told = warned.map((name): Warning => warnings[name]).filter(isAsked)
  const isTemporary = warned.includes('temporary') && isAsked(warnings.temporary)
  const quality = config.Quality === true && { Quality: warned.includes('blurred') ? BLURRED : SHARP }
  const texts = textsOf(isTemporary ? { kind: 'unseen', because: 'no_card' } : shown, (front) => parts(front).join('/'))
  return {
    ...texts,
    AdvancedInfo: JSON.stringify({ ...quality, ...(told.length > 0 && { WarnInfos: told.map(({ code }) => code) }) }),
  }
}

const kinds = { card: '身份证', permit: '港澳台居住证', temporary: '临时身份证' }
const sides = { front: '人像面', back: '国徽面', unseen: '人像面' }

/** The first digits of numbers on residence permits. */
const PERMIT = /^8[123]0000/u

/** What RecognizeValidIDCardOCR answers, of checks only those that were enabled. */
export const thoroughSaid = (
  shown: CardShown,
  enabled: Readonly<Record<string, unknown>>,
  warned: readonly WarningName[],
): Record<string, unknown> => {
  const mark = warned.includes('glaring') && enabled.EnableWordCheck === true ? 1 : 0
  const texts = textsOf(shown, (front) => {
    const [year, month, day] = parts(front)
    return `${year}年${month}月${day}日`
  })
  const content = (text: string) => ({
    ...{ Content: text, Confidence: text === '' ? 0 : 90 },
    ...{ IsInComplete: 0, IsReflect: text === '' ? 0 : mark, IsKeyInComplete: 0, IsKeyReflect: mark },
  })
  const raised = warned
    .map((name): Warning => warnings[name])
    .filter(({ enable }) => enable && enabled[enable] === true)
  const info = {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, content(text)])),
    ...{ CardImage: content(''), PortraitImage: content('') },
    WarnInfos: {
      ...Object.fromEntries(
        Object.entries(checks).flatMap(([enable, check]) => (enabled[enable] === true ? [[check, 0]] : [])),
      ),
      ...Object.fromEntries(raised.flatMap(({ check }) => (check ? [[check, 1]] : []))),
      BlurScore: warned.includes('blurred') ? 0.9 : 0.1,
    },
  }
  const isPermit = shown.kind === 'front' && PERMIT.test(shown.idNumber)
  const kind = warned.includes('temporary') ? 'temporary' : isPermit ? 'permit' : 'card'
  return {
    Type: `${kinds[kind]}${sides[shown.kind]}`,
    IDCardInfo: kind === 'card' ? info : null,
    TemporaryIDCardInfo: kind === 'temporary' ? info : null,
    ResidencePermitInfo: kind === 'permit' ? info : null,
    PermanentResidencePermitInfo: null,
  }
}
