import type { Language } from '../../shared/kernel/language.ts'
import type { NoticeText } from './consent.ts'
import type { Purpose } from './permit.ts'
import { type Recipient, recipientNamed } from './recipients.ts'

/** Who processes the data, as the notice names them. */
export type Processor = { name: string; contact: string }

/**
 * What a user is told before they consent (个人信息保护法 第十三、十四、十七、二十一、二十八至三十条): who, what for, which data, to whom, how
 * long, what follows from a refusal, and the rights. `{name}` and `{contact}` are the processor's; `{recipients}` are those who check for it.
 */
const builtIn: Record<Language, NoticeText> = {
  zh: {
    title: '实名核验个人信息处理告知书',
    text: `1. 处理者：{name}。联系方式：{contact}。
2. 目的：法律要求网络平台核实用户的真实身份。我们用您的信息做一次运营商三要素核验，即姓名、证件号码与手机号是否登记在同一人名下；{recheck}不用于其他目的。
3. 处理的信息：姓名、证件号码、手机号、短信验证码，以及核验结果和时间。证件号码等属于敏感个人信息，一旦泄露可能危害人身和财产安全，所以需要您的单独同意；不用它们就无法完成核验。
4. 如何处理：信息加密保存，页面只显示掩码。核验时，姓名、证件号码和手机号经加密传输交给受托人{recipients}，由其向运营商查询；我们只收到一致、不一致或查无记录。信息在中国境内处理，不公开，不提供给其他人，法律另有规定的除外。
5. 保存期限：实名状态存续期间保存；您撤回同意、注销账号或实名被清除后删除，数据库备份中最多再保留 35 天。法律要求保存更久的（如交易和网络日志），只按法律要求保存。
6. 不同意的后果：不能在这里完成核验，发送消息、充值积分等须实名的功能不能使用，其他功能不受影响。您也可以通过上述联系方式询问人工审核。
7. 您的权利：可以查阅、复制、更正、补充、删除您的信息，撤回同意，要求解释，也可以向监管部门投诉。请通过上述联系方式提出；撤回同意不影响此前已进行的处理。不满 14 周岁的，须由监护人同意并联系我们办理。`,
  },
  en: {
    title: 'Notice on the use of personal information for real-name verification',
    text: `1. Who: {name}. Contact: {contact}.
2. What for: the law requires platforms to know who their users are. Your data is used for one check with the carriers, whether name, ID number and mobile number belong to one person,{recheck} and for nothing else.
3. Which data: name, ID number, mobile number, the code texted to it, and result and time of the check. An ID number is sensitive personal information: its leak may endanger you and your property. So your separate consent is needed; without these data there is no check.
4. How: the data is stored encrypted and shown masked only. For the check, name, ID number and mobile number go by encrypted transfer to our processor {recipients}, which asks the carrier; we learn only match, mismatch or no record. The data is processed within mainland China, not published, and given to nobody else unless the law demands it.
5. How long: while you are verified; deleted once you withdraw your consent, close the account or have the verification cleared, and kept in database backups for at most 35 days more. What the law wants kept longer, such as records of payments and network logs, is kept as the law says.
6. If you refuse: you cannot be verified here, and what needs it (sending messages, recharging points) stays closed; everything else stays open. You can ask at the contact above for a review by a person.
7. Your rights: to see, copy, correct, complete and delete your data, to withdraw consent, to be given an explanation, and to complain to the authorities. Use the contact above; withdrawing does not undo what was done before. Under the age of 14 a guardian must consent and contact us.`,
  },
}

/** Who checks, as a notice names them: one of them is asked. */
const named: Record<Language, { each: (of: Recipient) => string; or: string }> = {
  zh: { each: ({ company, service }) => `${company}（${service}）`, or: '或' },
  en: { each: ({ company, service }) => `${company} (${service})`, or: ' or ' },
}

/** Where a text says that the number may be looked at again. */
export const RECHECK = '{recheck}'

/** That it may be, by whom and with what, which is said only where it is. */
const rechecked: Record<Language, (by: string) => string> = {
  zh: (by) =>
    `实名之后，我们还会定期请${by}核对该手机号是否已被运营商分配给他人，只提供手机号和您验证该号码的日期；若已分配，相应的实名信息失效，我们会通知您。`,
  en: (by) =>
    ` and later, from time to time, to have ${by} look whether the carrier has given the number to somebody else, with nothing but the number and the day you proved it (if it has, what it proved ends, and we tell you),`,
}

/** The recipients in that language. Which of them is preferred says nothing to whoever is asked, so their order is always the same. */
const recipientsText = (purpose: Purpose, language: Language, vendors: readonly string[]): string => {
  const { each, or } = named[language]
  return vendors
    .toSorted()
    .map((vendor) => each(recipientNamed(vendor, purpose, language)))
    .join(or)
}

const filled = (text: string, parts: Processor & { recipients: string; recheck: string }): string =>
  text.replace(/\{(name|contact|recipients|recheck)\}/g, (_whole, part: keyof typeof parts) => parts[part])

/** What a notice of a purpose says in a language. */
export type NoticeWords = (
  language: Language,
  own: string,
  by: Processor,
  vendors: readonly string[],
  recheckers?: readonly string[],
) => NoticeText

/**
 * The text of a language: the deployer's own where there is one, else the one that comes with the service; both name the processor,
 * and whoever may be handed the data (by their names in settings): for the check, and for later looks at the number.
 */
export const wordsFor =
  (purpose: Purpose, texts: Record<Language, NoticeText>): NoticeWords =>
  (language, own, by, vendors, recheckers = []) => {
    const recipients = recipientsText(purpose, language, vendors)
    const recheck =
      recheckers.length > 0 ? rechecked[language](recipientsText('number_recheck', language, recheckers)) : ''
    return {
      title: texts[language].title,
      text: filled(own || texts[language].text, { ...by, recipients, recheck }),
    }
  }

export const identityWords = wordsFor('identity_check', builtIn)
