import type { Language } from '../../shared/kernel/language.ts'
import type { DataItem, DisclosurePurpose } from './permit.ts'

/** Photos of a document are read by another service than what stands on it is checked by. */
const READING = 'document_reading'
/** So is a licence. */
const LICENCE_READING = 'licence_reading'

/** Who is behind a vendor's name, and by which of its services it serves each purpose. */
type Named = { company: string } & Partial<Record<DisclosurePurpose | typeof READING | typeof LICENCE_READING, string>>

const recipients = new Map<string, Record<Language, Named>>(
  Object.entries({
    tencent_cloud: {
      zh: {
        company: '腾讯云计算（北京）有限责任公司',
        identity_check: '腾讯云“手机号三要素核验”',
        card_check: '腾讯云“银行卡四要素核验”',
        document_check: '腾讯云“身份信息认证”',
        document_reading: '腾讯云“身份证识别”',
        company_check: '腾讯云“营业执照核验（企业四要素）”',
        licence_reading: '腾讯云“营业执照识别”',
        face: '腾讯云“人脸核身”',
        sms_code: '腾讯云“短信”',
        sms_result: '腾讯云“短信”',
        email_code: '腾讯云“邮件推送”',
      },
      en: {
        company: 'Tencent Cloud Computing (Beijing) Co., Ltd.',
        identity_check: 'mobile three-element check',
        card_check: 'bank card four-element check',
        document_check: 'identity information check',
        document_reading: 'recognition of identity cards',
        company_check: 'verification of business licences',
        licence_reading: 'recognition of business licences',
        face: 'face verification',
        sms_code: 'text messages',
        sms_result: 'text messages',
        email_code: 'e-mail service',
      },
    },
    alibaba_cloud: {
      zh: {
        company: '阿里云计算有限公司',
        identity_check: '阿里云“手机号三要素核验”',
        card_check: '阿里云“银行卡核验”',
        document_check: '阿里云“身份二要素核验”',
        company_check: '阿里云“企业要素验证”',
        face: '阿里云“金融级实人认证”',
        number_recheck: '阿里云“手机二次号核验”',
        sms_code: '阿里云“短信服务”',
        sms_result: '阿里云“短信服务”',
      },
      en: {
        company: 'Alibaba Cloud Computing Co., Ltd.',
        identity_check: 'mobile three-element check',
        card_check: 'bank card check',
        document_check: 'identity two-element check',
        company_check: 'enterprise element verification',
        face: 'real person verification',
        number_recheck: 'recycled-number check',
        sms_code: 'text messages',
        sms_result: 'text messages',
      },
    },
  }),
)

/** Who gets something: the company in that language, and the service of it that is used. */
export type Recipient = { vendor: string; company: string; service: string }

/** What is read by a service of its own, whatever it is read for. */
const pictures = [
  ['document_pictures', READING],
  ['licence_picture', LICENCE_READING],
] as const

/** The recipient that a vendor is; one of whom nothing else is known goes by its name here. `items`: what it gets, where that is known. */
export const recipientNamed = (
  vendor: string,
  purpose: DisclosurePurpose,
  language: Language,
  items: readonly DataItem[] = [],
): Recipient => {
  const known = recipients.get(vendor)?.[language]
  const read = pictures.find(([item]) => items.includes(item))?.[1]
  const service = known?.[read ?? purpose]
  return { vendor, company: known?.company ?? vendor, service: service ?? vendor }
}
