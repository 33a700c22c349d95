import type { Language } from '../../shared/kernel/language.ts'
import type { NoticeText } from './consent.ts'
import { wordsFor } from './notice-text.ts'

/** What a user is told before they tell more of themselves than they have to: that nobody has to, what for, who sees it and for how long. */
const builtIn: Record<Language, NoticeText> = {
  zh: {
    title: '自愿提供补充信息告知书',
    text: `1. 处理者：{name}。联系方式：{contact}。
2. 完全自愿：提供补充信息不是使用任何功能的条件，不提供没有任何影响；等级和功能都与此无关。
3. 目的：由我们的审核人员核对您的地址证明，提高显示在等级旁边的信任分。不用于其他目的。
4. 处理的信息：您上传的地址证明照片，包括上面的姓名和住址。
5. 如何处理：照片上传后去除拍摄位置等附带信息，加密保存，不提供给第三方；只有负责审核的人员可以查看，每次查看都有记录。我们不把地址写入账号，只记下已核对及有效期。信息在中国境内处理。
6. 保存期限：照片在核对结束三十天后删除；没有提交的照片一天后删除。备份最多再保留三十五天。
7. 您的权利：可以随时撤回申请和同意，查阅、更正、删除这些信息，要求解释，或向监管部门投诉。请通过上述联系方式提出；撤回同意不影响此前已进行的处理。`,
  },
  en: {
    title: 'Notice on further information that you give of your own will',
    text: `1. Who: {name}. Contact: {contact}.
2. Of your own will: no feature asks for it, and not giving it changes nothing; your level and what is open to you do not depend on it.
3. What for: a person of ours looks at the proof of your address, which raises the trust score that stands beside your level. For nothing else.
4. Which data: the picture of the proof that you upload, with the name and address on it.
5. How: pictures are freed of where they were taken and the like, kept encrypted and given to nobody else; only those who review may look at them, and each look is on record. The address is not written into your account: only that it was seen, and until when that counts. The data is processed within mainland China.
6. How long: pictures are deleted thirty days after the review is over, those that were never handed in after a day. Backups keep them up to thirty-five days more.
7. Your rights: to take back application and consent at any time, to see, correct and delete the data, to be given an explanation, and to complain to the authorities. Use the contact above; withdrawing does not undo what was done before.`,
  },
}

export const furtherWords = wordsFor('further_information', builtIn)
