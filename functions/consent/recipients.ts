import type { Language } from '../../shared/kernel/language.ts'
import type { DisclosurePurpose } from './permit.ts'

/** Who is behind a vendor's name, and by which of its services it serves each purpose. */
type Named = { company: string } & Partial<Record<DisclosurePurpose, string>>

const recipients = new Map<string, Record<Language, Named>>(
  Object.entries({
    tencent_cloud: {
      zh: {
        company: '腾讯云计算（北京）有限责任公司',
        identity_check: '腾讯云“手机号三要素核验”',
        card_check: '腾讯云“银行卡四要素核验”',
        document_check: '腾讯云“身份信息认证”',
        face: '腾讯云“人脸核身”',
        sms_code: '腾讯云“短信”',
        email_code: '腾讯云“邮件推送”',
      },
      en: {
        company: 'Tencent Cloud Computing (Beijing) Co., Ltd.',
        identity_check: 'mobile three-element check',
        card_check: 'bank card four-element check',
        document_check: 'identity information check',
        face: 'face verification',
        sms_code: 'text messages',
        email_code: 'e-mail service',
      },
    },
    alibaba_cloud: {
      zh: {
        company: '阿里云计算有限公司',
        identity_check: '阿里云“手机号三要素核验”',
        card_check: '阿里云“银行卡核验”',
        document_check: '阿里云“身份二要素核验”',
        face: '阿里云“金融级实人认证”',
        number_recheck: '阿里云“手机二次号核验”',
        sms_code: '阿里云“短信服务”',
      },
      en: {
        company: 'Alibaba Cloud Computing Co., Ltd.',
        identity_check: 'mobile three-element check',
        card_check: 'bank card check',
        document_check: 'identity two-element check',
        face: 'real person verification',
        number_recheck: 'recycled-number check',
        sms_code: 'text messages',
      },
    },
  }),
)

/** Who gets something: the company in that language, and the service of it that is used. */
export type Recipient = { vendor: string; company: string; service: string }

/** The recipient that a vendor is; one of whom nothing else is known goes by its name here. */
export const recipientNamed = (vendor: string, purpose: DisclosurePurpose, language: Language): Recipient => {
  const known = recipients.get(vendor)?.[language]
  return { vendor, company: known?.company ?? vendor, service: known?.[purpose] ?? vendor }
}
