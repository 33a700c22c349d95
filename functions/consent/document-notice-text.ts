import type { Language } from '../../shared/kernel/language.ts'
import type { NoticeText } from './consent.ts'
import { type NoticeWords, wordsFor } from './notice-text.ts'
import { recipientNamed } from './recipients.ts'

/**
 * What a user is told before the photos of their identity card are read and an authority is asked about it, apart from everything else
 * (个人信息保护法 第十七、二十一、二十八至三十条): what such a card shows is sensitive. `{reading}`: who reads the photos.
 */
const builtIn: Record<Language, NoticeText> = {
  zh: {
    title: '身份证照片核验个人信息处理告知书',
    text: `1. 处理者：{name}。联系方式：{contact}。
2. 目的：读取您身份证正反两面的照片，核对是否与本账号的实名一致，再做一次身份信息核验，即姓名与证件号码是否属于同一人，以提升实名等级。不作人脸识别，不用于其他目的。
3. 处理的信息：身份证正反两面的照片，照片上的姓名、证件号码、有效期等文字，以及核验结果和时间。身份证照片和证件号码属于敏感个人信息，一旦泄露可能危害人身和财产安全，所以需要您的单独同意。
4. 如何处理：照片上传后去除拍摄位置等附带信息，加密保存。{reading}核验时，姓名和证件号码经加密传输交给受托人{recipients}，由其向权威机构查询；我们只收到一致、不一致、查无记录或不能核验的原因。信息在中国境内处理，不公开，不提供给其他人，法律另有规定的除外。
5. 保存期限：照片在核验有结果后立即删除；没有提交的照片到期自动删除。从照片读出的文字不保存，只留下证件有效期和核验结果，其中有效期在实名被清除后删除。核验用的姓名和证件号码随核验记录加密保存，用于处理争议。您注销账号或要求删除后删除，数据库备份中最多再保留 35 天。
6. 不同意的后果：不能以身份证照片提升实名等级；已有的功能不受影响，也可以改由人工核验。
7. 您的权利：可以查阅、复制、更正、删除您的信息，撤回同意，要求解释，也可以向监管部门投诉。请通过上述联系方式提出；撤回同意不影响此前已进行的处理。不满 14 周岁的，须由监护人同意并联系我们办理。`,
  },
  en: {
    title: 'Notice on the use of personal information when an identity card is checked by its photos',
    text: `1. Who: {name}. Contact: {contact}.
2. What for: photos of both sides of your identity card are read and compared with whom this account is verified as; then one check is made whether name and ID number belong to one person, so that your level rises. No face is recognised, and the data is used for nothing else.
3. Which data: the photos of both sides, what stands on them (name, ID number, validity and the rest), and result and time of the check. Photos of an identity card and its number are sensitive personal information: their leak may endanger you and your property. So your separate consent is needed.
4. How: photos are freed of where they were taken and the like, and kept encrypted. {reading} For the check, name and ID number go by encrypted transfer to our processor {recipients}, which asks the authority; we learn only match, mismatch, no record or why it cannot be told. The data is processed within mainland China, not published, and given to nobody else unless the law demands it.
5. How long: the photos are deleted as soon as the check has a result; photos that are never handed in are deleted when their time is over. What is read off them is not kept, but for the validity of the card and the result, and the validity only until the verification is cleared. Name and ID number that were checked are kept encrypted with the record of the check, for disputes. All of it is deleted once you close the account or ask for that, and kept in database backups for at most 35 days more.
6. If you refuse: your level cannot rise by photos of an identity card; everything else stays as it is, and a person can look at your papers instead.
7. Your rights: to see, copy, correct and delete your data, to withdraw consent, to be given an explanation, and to complain to the authorities. Use the contact above; withdrawing does not undo what was done before. Under the age of 14 a guardian must consent and contact us.`,
  },
}

/** Who reads the photos: programs of ours, or a processor that is sent them. */
const reading: Record<Language, { here: string; by: (companies: readonly string[]) => string }> = {
  zh: {
    here: '照片由我们自己的程序读取，不交给他人。',
    by: (companies) =>
      `照片经加密传输交给受托人${companies.join('或')}（身份证识别）读取，其只返回识别结果，不留存照片。`,
  },
  en: {
    here: 'The photos are read by programs of our own and given to nobody.',
    by: (companies) =>
      `The photos go by encrypted transfer to our processor ${companies.join(' or ')} (recognition of identity cards), which answers what it reads and keeps none of them.`,
  },
}

/** Where a text says who reads the photos. */
const READING = '{reading}'

const readingText = (language: Language, readers: readonly string[]): string => {
  const { here, by } = reading[language]
  const companies = readers.map((vendor) => recipientNamed(vendor, 'document_check', language).company)
  return companies.length === 0 ? here : by(companies)
}

/** `readers`: the vendors that are sent the photos; none where they are read in the house. */
export const documentWords =
  (readers: readonly string[]): NoticeWords =>
  (language, own, by, vendors) => {
    const text = (own || builtIn[language].text).replaceAll(READING, readingText(language, readers))
    return wordsFor('document_check', builtIn)(language, text, by, vendors)
  }
