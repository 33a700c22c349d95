import type { Language } from '../../shared/kernel/language.ts'
import type { NoticeText } from './consent.ts'
import { wordsFor } from './notice-text.ts'

/**
 * What somebody is told before a register is asked about the company they act for, apart from everything else (个人信息保护法 第十七、二十一、二十八至三十条):
 * among what is compared are name and ID number of whom the licence names, who may be somebody else.
 */
const builtIn: Record<Language, NoticeText> = {
  zh: {
    title: '企业信息核验个人信息处理告知书',
    text: `1. 处理者：{name}。联系方式：{contact}。
2. 目的：为您代表的企业或个体工商户办理认证。我们做一次企业四要素核验，即统一社会信用代码、企业名称、法定代表人（经营者）姓名与其证件号码是否一致；设有识别服务时，读取您上传的营业执照照片；设有打款验证且您要求时，向企业的对公账户打入不到一元，由您填写金额。不用于其他目的。
3. 处理的信息：法定代表人（经营者）的姓名和证件号码，营业执照照片及其上的文字，您填写的对公账号，以及核验结果和时间。证件号码属于敏感个人信息，一旦泄露可能危害人身和财产安全，所以需要单独同意。
4. 如果法定代表人不是您本人：请先取得其同意，再提交其信息；您的同意即表示已经取得。我们会要求由其签字或盖章的授权书，并在审核时查验。
5. 如何处理：信息加密保存，页面只显示掩码。核验时，上述信息经加密传输交给受托人{recipients}，由其向企业登记信息库查询；我们只收到一致、哪一项不一致、查无记录、登记状态和营业期限。信息在中国境内处理；企业名称和统一社会信用代码是公开的登记信息，会在认证页面公示，法定代表人的信息不公开，不提供给其他人，法律另有规定的除外。
6. 保存期限：认证有效期间和处理争议所需的时间内保存；您注销账号或要求删除后删除，数据库备份中最多再保留 35 天。不同意的后果：不能由系统核验企业信息，可以改由人工审核材料；其他功能不受影响。
7. 您和法定代表人的权利：可以查阅、复制、更正、删除信息，撤回同意，要求解释，也可以向监管部门投诉。请通过上述联系方式提出；撤回同意不影响此前已进行的处理。不满 14 周岁的，须由监护人同意并联系我们办理。`,
  },
  en: {
    title: 'Notice on the use of personal information when a company is looked up',
    text: `1. Who: {name}. Contact: {contact}.
2. What for: to certify the company or sole trader you act for. One check is made whether its unified social credit code, its name, and name and ID number of its legal representative (of a sole trader, the trader) belong together; where a service for it is set up, the photo of the licence that you upload is read; where a transfer is set up and you ask for it, less than a yuan is transferred to the account of the company, and you say how much. The data is used for nothing else.
3. Which data: name and ID number of the legal representative (trader), the photo of the licence and what stands on it, the account number that you type, and result and time of the check. An ID number is sensitive personal information: its leak may endanger that person and their property. So a separate consent is needed.
4. If you are not the legal representative: have their consent before you hand in their data; yours says that you have it. We ask for a letter of authorisation that they signed or sealed, and look at it in the review.
5. How: the data is stored encrypted and shown masked only. For the check it goes by encrypted transfer to our processor {recipients}, which asks the register of companies; we learn only that all fits, what does not, that there is no record, the state of the company and until when it is registered. The data is processed within mainland China; name and code of a company are public and are shown on its certificate, what concerns the legal representative is not published and given to nobody else unless the law demands it.
6. How long: while the certification is valid and as long as disputes need it; deleted once you close the account or ask for that, and kept in database backups for at most 35 days more. If you refuse: the company cannot be looked up, and people look at its papers instead; everything else stays as it is.
7. Your rights and theirs: to see, copy, correct and delete the data, to withdraw consent, to be given an explanation, and to complain to the authorities. Use the contact above; withdrawing does not undo what was done before. Under the age of 14 a guardian must consent and contact us.`,
  },
}

export const companyWords = wordsFor('company_check', builtIn)
