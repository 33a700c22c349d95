import type { Problem } from '../../shared/kernel/problems.ts'

/** What can be known to be wrong with typed names and numbers, for free. */
export const personProblems = {
  invalid_phone: {
    status: 400,
    zh: '手机号码格式不正确，请填写 11 位中国大陆手机号。',
    en: 'Give a mainland mobile number of 11 digits.',
  },
  invalid_email: {
    status: 400,
    zh: '邮箱地址格式不正确，请填写完整地址，例如 name@example.com（英文字母、数字和常用符号）。',
    en: 'Give a whole e-mail address, such as name@example.com, in letters, digits and the usual signs.',
  },
  invalid_name: {
    status: 400,
    zh: '姓名应为 1 到 50 个汉字（居住证和外国人永久居留身份证可为拉丁字母），少数民族姓名请使用间隔号“·”。',
    en: 'A name has 1 to 50 characters, all Chinese or, on a residence permit or permanent resident card, all Latin; minority names use the middle dot.',
  },
  name_unreadable: {
    status: 400,
    zh: '姓名中有系统无法识别的字（自造字或乱码），请用输入法重新输入该字；打不出来时请联系客服。',
    en: 'The name holds a character that only your own system can read; type it anew, or ask a person for help.',
  },
  invalid_id_number: {
    status: 400,
    zh: '证件号码应为 18 位（前 17 位为数字，最后一位为数字或 X），请核对。',
    en: 'The ID number must have 18 characters: 17 digits, then a digit or X.',
  },
  id_number_check_digit: {
    status: 400,
    zh: '证件号码校验位不正确，请核对是否输错。',
    en: 'The check digit of the ID number is wrong; look for a typing error.',
  },
  id_number_date: {
    status: 400,
    zh: '证件号码中的出生日期（第 7 到 14 位，年月日）不存在，请核对。',
    en: 'The birth date in the ID number (characters 7 to 14, YYYYMMDD) does not exist; look for a typing error.',
  },
  id_number_region: {
    status: 400,
    zh: '证件号码的地区码（前 6 位）不正确，请核对。',
    en: 'The region code of the ID number (its first 6 digits) is wrong; look for a typing error.',
  },
  id_number_birth_year: {
    status: 400,
    zh: '证件号码的出生年份不在本环境接受的范围内，请核对。',
    en: 'The birth year in the ID number is outside the range accepted here; look for a typing error.',
  },
  id_number_in_text: {
    status: 400,
    zh: '文字中似乎有证件号码（15、17 或 18 位），请删去。',
    en: 'This text seems to hold an ID number (of 15, 17 or 18 digits); leave it out.',
  },
  phone_in_text: {
    status: 400,
    zh: '文字中似乎有手机号码，请删去；这里的文字会长期保存，请用账号或订单编号指明是谁。',
    en: 'This text seems to hold a mobile number; leave it out. What is written here is kept for long: say who is meant by the id of an account or order.',
  },
  bank_card_in_text: {
    status: 400,
    zh: '文字中似乎有银行卡号，请删去；这里的文字会长期保存，请用账号或订单编号指明是谁。',
    en: 'This text seems to hold the number of a bank card; leave it out. What is written here is kept for long: say who is meant by the id of an account or order.',
  },
  passport_in_text: {
    status: 400,
    zh: '文字中似乎有护照或通行证号码，请删去；这里的文字会长期保存，请用账号或订单编号指明是谁。',
    en: 'This text seems to hold the number of a passport or permit; leave it out. What is written here is kept for long: say who is meant by the id of an account or order.',
  },
  id_kind_needs_review: {
    status: 422,
    members: { document: { type: 'string', always: true, is: 'Which document the number looks like.' } },
    zh: '该证件类型不能自动核验，可以上传证件照片由人工核验。',
    en: 'This kind of document cannot be checked automatically; a person can look at pictures of it.',
  },
  looks_like_residence_permit: {
    status: 422,
    zh: '这像是港澳台居民居住证的号码，本服务暂不能自行核验这种证件：有居民身份证的，请填写其 18 位号码；没有的可以上传证件照片由人工核验。没有产生费用。',
    en: 'This looks like the number of the residence permit of somebody from Hong Kong, Macao or Taiwan, which this service cannot check by itself yet: if you have a resident ID card, give its 18 characters; else a person can look at pictures of it. Nothing was charged.',
  },
  looks_like_permanent_resident_card: {
    status: 422,
    zh: '这像是外国人永久居留身份证（2023 版，9 开头的 18 位）的号码，本服务暂不能自行核验这种证件：可以上传证件照片由人工核验。没有产生费用。',
    en: "This looks like the number of a foreigner's permanent resident card (18 characters beginning with 9), which this service cannot check by itself yet: a person can look at pictures of it. Nothing was charged.",
  },
  looks_like_old_permanent_resident_card: {
    status: 422,
    zh: '这像是旧版外国人永久居留证（15 位）的号码，本服务暂不能自行核验这种证件：可以上传证件照片由人工核验。没有产生费用。',
    en: "This looks like the number of an older foreigner's permanent resident card (15 characters), which this service cannot check by itself yet: a person can look at pictures of it. Nothing was charged.",
  },
  looks_like_home_return_permit: {
    status: 422,
    zh: '这像是港澳居民来往内地通行证的号码，本服务暂不能自行核验这种证件：有港澳台居民居住证的，请填写其 18 位号码；没有的可以上传证件照片由人工核验。没有产生费用。',
    en: 'This looks like the number of the mainland travel permit of somebody from Hong Kong or Macao, which this service cannot check by itself yet: if you have a residence permit, give its 18 characters; else a person can look at pictures of it. Nothing was charged.',
  },
  looks_like_taiwan_permit: {
    status: 422,
    zh: '这像是台湾居民来往大陆通行证的号码，本服务暂不能自行核验这种证件：有港澳台居民居住证的，请填写其 18 位号码；没有的可以上传证件照片由人工核验。没有产生费用。',
    en: 'This looks like the number of the mainland travel permit of somebody from Taiwan, which this service cannot check by itself yet: if you have a residence permit, give its 18 characters; else a person can look at pictures of it. Nothing was charged.',
  },
  looks_like_exit_permit: {
    status: 422,
    zh: '这像是往来港澳通行证的号码，本服务暂不能自行核验这种证件：有居民身份证的，请填写其 18 位号码；没有的可以上传证件照片由人工核验。没有产生费用。',
    en: 'This looks like the number of a permit to travel to Hong Kong and Macao, which this service cannot check by itself yet: if you have a resident ID card, give its 18 characters; else a person can look at pictures of it. Nothing was charged.',
  },
  looks_like_passport: {
    status: 422,
    zh: '这像是护照的号码，本服务暂不能自行核验这种证件：有居民身份证的，请填写其 18 位号码；没有的可以上传证件照片由人工核验。没有产生费用。',
    en: 'This looks like the number of a passport, which this service cannot check by itself yet: if you have a resident ID card, give its 18 characters; else a person can look at pictures of it. Nothing was charged.',
  },
  under_age: {
    status: 422,
    zh: '未满 14 周岁须由监护人代办，可以上传证件照片由人工核验。',
    en: 'For a child under 14 a guardian applies; a person looks at pictures of their papers.',
  },
} as const satisfies Record<string, Problem>
