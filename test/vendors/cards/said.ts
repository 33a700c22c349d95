import { disclosing, itemsOf, type Permit } from '../../../functions/consent/permit.ts'
import type { Recognition } from '../../../functions/documents/recogniser.ts'
import type { TencentCardAction } from '../../../functions/documents/settings.ts'
import { enveloped } from '../tencent-cloud/tencent-vendor.ts'

/** A permit for one picture, as the commit before a reading gives it. */
export const picturePermit = (recipient = 'tencent_cloud'): Permit =>
  disclosing(
    { id: 'c', accountId: 'a', purpose: 'document_check', items: itemsOf.document_check, notice: 'n' },
    { id: 'd', recipient, items: ['document_pictures'], material: 'm', at: 0 },
  ).permit

/** A picture that nobody looks at here. */
export const picture = Buffer.from('a picture of a card')

export const NOW = Date.UTC(2026, 10, 20, 4)

type Words = Partial<
  Record<'Name' | 'Sex' | 'Nation' | 'Birth' | 'Address' | 'IdNum' | 'Authority' | 'ValidDate', string>
>

/** What stands on a front, and on a back, of somebody of the catalogue. */
export const front: Words = {
  Name: '林知夏',
  Sex: '男',
  Nation: '汉',
  Birth: '1880/1/1',
  Address: '云水省望江市东亭区采菊路1号',
  IdNum: '110101188001010011',
}
export const back: Words = { Authority: '望江市公安局', ValidDate: '2016.01.02-2036.01.02' }

const nothing = { Name: '', Sex: '', Nation: '', Birth: '', Address: '', IdNum: '', Authority: '', ValidDate: '' }

/** An answer of either action, written from its documents: those words, those warnings by their code or name. */
export const answerOf: Record<
  TencentCardAction,
  (words: Words, warned?: readonly (string | number)[], more?: Record<string, unknown>) => string
> = {
  IDCardOCR: (words, warned = [], more = {}) =>
    enveloped({
      ...{ ...nothing, ...words },
      AdvancedInfo: JSON.stringify({ Quality: 88, ...(warned.length > 0 && { WarnInfos: warned }) }),
      ...more,
    }),
  RecognizeValidIDCardOCR: (words, warned = [], more = {}) => {
    const marks = (name: string) => (warned.includes(name) ? 1 : 0)
    const contents = Object.entries({ ...nothing, ...words }).map(([name, Content]) => [
      name,
      {
        ...{ Content, Confidence: 90, IsInComplete: marks('IsInComplete'), IsReflect: marks('IsReflect') },
        ...{ IsKeyInComplete: 0, IsKeyReflect: 0 },
      },
    ])
    const checks = warned.filter((name) => name !== 'IsInComplete' && name !== 'IsReflect')
    return enveloped({
      Type: words.Authority ? '身份证国徽面' : '身份证人像面',
      IDCardInfo: {
        ...Object.fromEntries(contents),
        WarnInfos: {
          ...{ BorderCheck: 0, OcclusionCheck: 0, CopyCheck: 0, ReshootCheck: 0, PSCheck: 0, BlurCheck: 0 },
          ...{ ElectronCheck: 0, BlurScore: 0.1 },
          ...Object.fromEntries(checks.map((name) => [name, 1])),
        },
      },
      ...{ TemporaryIDCardInfo: null, ResidencePermitInfo: null, PermanentResidencePermitInfo: null },
      ...more,
    })
  },
}

/** What came of a picture, in a line. */
export const lineOf = (came: Recognition): string => {
  if (came.kind === 'read') return `read ${came.card.side}`
  if (came.kind === 'refused') return `refused ${came.because}`
  return ['unavailable', came.handedOn ?? 'perhaps', ...(came.needsRepair ? ['ours'] : [])].join(' ')
}
