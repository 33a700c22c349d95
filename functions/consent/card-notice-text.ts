import type { Language } from '../../shared/kernel/language.ts'
import type { NoticeText } from './consent.ts'
import { wordsFor } from './notice-text.ts'

/**
 * What a user is told before a bank is asked about their card, apart from everything else (个人信息保护法 第十七、二十一、二十八至三十条): a card
 * number is of a financial account, and so sensitive.
 */
const builtIn: Record<Language, NoticeText> = {
  zh: {
    title: '银行卡核验个人信息处理告知书',
    text: `1. 处理者：{name}。联系方式：{contact}。
2. 目的：做一次银行卡四要素核验，即姓名、证件号码、银行卡号与银行预留手机号是否属于同一人，并把这张卡绑定到本账号。不扣款、不查询余额和交易，不用于其他目的。
3. 处理的信息：姓名、证件号码、银行卡号、银行预留手机号、短信验证码，以及核验结果和时间。我们从不索取密码、有效期和卡背面的安全码。证件号码和银行卡号属于敏感个人信息，一旦泄露可能危害人身和财产安全，所以需要您的单独同意。
4. 如何处理：信息加密保存，页面只显示银行和卡号末四位。核验时，上述四项经加密传输交给受托人{recipients}，由其向银行查询；我们只收到一致、不一致或不能核验的原因。信息在中国境内处理，不公开，不提供给其他人，法律另有规定的除外。
5. 保存期限：完整卡号只保存到这次核验有结果为止，之后只留末四位和无法还原的加密索引，用于认出您绑定过的卡。实名被清除后，卡随即解绑；姓名和证件号码随核验记录加密保存，用于处理争议。您注销账号或要求删除后删除，数据库备份中最多再保留 35 天。
6. 不同意的后果：不能以银行卡核验或绑定，其他功能和其他核验方式不受影响。
7. 您的权利：可以随时解绑，可以查阅、复制、更正、删除您的信息，撤回同意，要求解释，也可以向监管部门投诉。请通过上述联系方式提出；撤回同意不影响此前已进行的处理。不满 14 周岁的，须由监护人同意并联系我们办理。`,
  },
  en: {
    title: 'Notice on the use of personal information when a bank card is checked',
    text: `1. Who: {name}. Contact: {contact}.
2. What for: one check with your bank, whether name, ID number, card number and the mobile number known to the bank belong to one person, and to bind this card to your account. Nothing is charged to the card, no balance or payment is looked at, and the data is used for nothing else.
3. Which data: name, ID number, card number, the mobile number known to the bank, the code texted to it, and result and time of the check. We never ask for a password, the end of validity or the security code. ID and card numbers are sensitive personal information: their leak may endanger you and your property. So your separate consent is needed.
4. How: the data is stored encrypted, and of the card only bank and last four digits are shown. For the check, these four go by encrypted transfer to our processor {recipients}, which asks the bank; we learn only match, mismatch or why it cannot be told. The data is processed within mainland China, not published, and given to nobody else unless the law demands it.
5. How long: the whole card number only until this check has a result; then the last four digits and a keyed index that cannot be turned back, to know a card that you bound before. Once the verification is cleared, your cards are unbound; name and ID number are kept encrypted with the record of the check, for disputes. All of it is deleted once you close the account or ask for that, and kept in database backups for at most 35 days more.
6. If you refuse: no card can be checked or bound; everything else, and every other way to be verified, stays as it is.
7. Your rights: to take the card off at any time, to see, copy, correct and delete your data, to withdraw consent, to be given an explanation, and to complain to the authorities. Use the contact above; withdrawing does not undo what was done before. Under the age of 14 a guardian must consent and contact us.`,
  },
}

export const cardWords = wordsFor('card_check', builtIn)
