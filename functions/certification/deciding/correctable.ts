import type { MaterialKind } from '../../material/material.ts'
import type { Bilingual } from '../../review/words.ts'
import type { ApplicantKind } from '../applicants/applicant-kinds.ts'
import type { Paper } from '../papers/paper.ts'

/** What corrects a field: another value of it, another picture, or words. */
type By = 'value' | 'picture' | 'words'

type Row = Bilingual & { by: By; of: readonly ApplicantKind[] }

const everybody: readonly ApplicantKind[] = ['enterprise', 'sole_trader', 'individual', 'government']
const organisations: readonly ApplicantKind[] = ['enterprise', 'sole_trader', 'government']

/** W5 the fields of an application that may be returned to be corrected, each with the text that the administrator reads. */
export const correctable = {
  certified_name: {
    ...{ by: 'value', of: everybody },
    zh: '认证名称需要修改，请按下方说明换一个名称，或改回原名称。',
    en: 'The certified name needs to be changed: choose another as said below, or keep the one the app has.',
  },
  name_proof: {
    ...{ by: 'picture', of: everybody },
    zh: '请补充您有权使用该名称的证明（如商标注册证、授权书）。',
    en: 'Add proof that you may use this name, such as a trademark certificate or a licence of its owner.',
  },
  business_licence: {
    ...{ by: 'picture', of: ['enterprise', 'sole_trader'] },
    zh: '营业执照看不清、不完整或不是最新的，请重新拍摄。',
    en: 'The business licence cannot be read, is not whole or not the current one: photograph it anew.',
  },
  organisation_certificate: {
    ...{ by: 'picture', of: ['government'] },
    zh: '统一社会信用代码证书看不清、不完整或不是最新的，请重新拍摄。',
    en: 'The certificate of the organisation cannot be read, is not whole or not the current one: photograph it anew.',
  },
  authorisation_letter: {
    ...{ by: 'picture', of: organisations },
    zh: '授权书不合格：要写明管理员、应用、单位和日期（90 天内），并盖单位公章或由法定代表人签名。',
    en: 'The letter of authorisation does not do: it names administrator, app, organisation and a date of the last 90 days, and is stamped or signed by the legal representative.',
  },
  administrator_picture: {
    ...{ by: 'picture', of: everybody },
    zh: '管理员手持证件的照片看不清，请重新拍摄。',
    en: 'The picture of the administrator holding their document is not clear: photograph it anew.',
  },
  identity: {
    ...{ by: 'value', of: ['individual'] },
    zh: '您账号实名所用的证件已过有效期，请先更新实名证件，再重新提交。',
    en: 'The document by which your account is verified has run out: prove the new one first, and send this again.',
  },
  description: {
    ...{ by: 'value', of: everybody },
    zh: '应用简介与实际用途不符，请修改应用简介后重新提交。',
    en: 'The description does not say what the app does: edit it and send this again.',
  },
  other_proof: {
    ...{ by: 'picture', of: everybody },
    zh: '请补充下方说明的其他证明材料。',
    en: 'Add the further proof that is named below.',
  },
  explanation: {
    ...{ by: 'words', of: everybody },
    zh: '请就下方的问题作出说明。',
    en: 'Please explain what is asked below.',
  },
} as const satisfies Record<string, Row>
export type Correctable = keyof typeof correctable

/** Which fields an application of that kind has. */
export const fieldsOf = (kind: ApplicantKind): Correctable[] =>
  (Object.keys(correctable) as Correctable[]).filter((one) =>
    (correctable[one].of as readonly ApplicantKind[]).includes(kind),
  )

/** What is compared of what an administrator filled in. */
type Compared = {
  to: string
  materials: readonly { id: string; kind: MaterialKind }[]
  papers?: readonly Paper[]
  said?: string
}

/** Which kind of picture corrects each field that a picture corrects. */
const pictured: Partial<Record<Correctable, MaterialKind>> = {
  name_proof: 'name_proof',
  business_licence: 'business_licence',
  organisation_certificate: 'organisation_certificate',
  authorisation_letter: 'authorisation_letter',
  administrator_picture: 'holder',
  other_proof: 'other_proof',
}

/** Its pictures, and the day that was said of it. */
const pictureOf = ({ materials, papers = [] }: Compared, kind: MaterialKind): string =>
  [
    ...materials.flatMap((one) => (one.kind === kind ? one.id : [])),
    ...papers.flatMap((one) => (one.kind === kind ? one.day : [])),
  ].join(' ')

/** W5 which fields stand otherwise than they did, for whoever looks at it once more. */
export const changedFields = (was: Compared, is: Compared): Correctable[] => {
  const pictures = (Object.entries(pictured) as [Correctable, MaterialKind][]).flatMap(([field, kind]) =>
    pictureOf(was, kind) === pictureOf(is, kind) ? [] : [field],
  )
  return [
    ...(was.to === is.to ? [] : (['certified_name'] as const)),
    ...pictures,
    ...(was.said === is.said ? [] : (['explanation'] as const)),
  ]
}
