import { byName, list, type SettingsOf, type SettingTexts, text, whole } from '../../shared/kernel/settings.ts'
import { DAY } from '../../shared/kernel/time.ts'

/** Vendors of confirmation by face that there is an adapter for. */
export const faceVendorNames = ['tencent_cloud', 'alibaba_cloud'] as const
export type FaceVendorName = (typeof faceVendorNames)[number]

/** 1 yuan, the list price of either. */
const LIST_PRICE = 10_000

export const faceSettings = {
  face: {
    vendors: list<FaceVendorName>([], faceVendorNames, faceVendorNames),
    validMs: whole('ms', 365 * DAY),
    perDay: whole('pieces', 5),
    perPersonDay: whole('pieces', 10),
    cost: byName('1/10,000 yuan', { tencent_cloud: LIST_PRICE, alibaba_cloud: LIST_PRICE }),
    dailySpend: byName('1/10,000 yuan', { tencent_cloud: 5_000_000, alibaba_cloud: 5_000_000 }),
    tencentRuleId: text('', '1'),
    alibabaSceneId: text('', '1000000001'),
  },
}

export type FaceSettings = SettingsOf<typeof faceSettings>

/** What each does, for docs/settings.md. */
export const faceSettingTexts: SettingTexts<typeof faceSettings> = {
  'face.vendors':
    'Who may be asked to confirm a person by face, the most preferred first; nobody where the list is empty, and then it is not offered.',
  'face.validMs': 'How long a confirmation by face counts as evidence.',
  'face.perDay': 'Confirmations by face an account may begin on a Beijing day; the platform pays for them.',
  'face.perPersonDay': 'The same for one person on whichever account.',
  'face.cost': 'What a vendor charges for one attempt.',
  'face.dailySpend': 'What the attempts of a vendor may come to on a Beijing day; no further one is begun then.',
  'face.tencentRuleId': 'The RuleId that Tencent Cloud gave for this use of its face verification.',
  'face.alibabaSceneId': "The SceneId of this use in Alibaba Cloud's console.",
}
