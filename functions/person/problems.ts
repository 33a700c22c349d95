import type { Problem } from '../../shared/kernel/problems.ts'

/** What can be known to be wrong with typed names and numbers, for free. */
export const personProblems = {
  invalid_phone: {
    status: 400,
    zh: '手机号码格式不正确，请填写 11 位中国大陆手机号。',
    en: 'Give a mainland mobile number of 11 digits.',
  },
  invalid_name: {
    status: 400,
    zh: '姓名应为 1 到 50 个汉字（居住证可为拉丁字母），少数民族姓名请使用间隔号“·”。',
    en: 'A name has 1 to 50 characters, all Chinese or, on a residence permit, all Latin; minority names use the middle dot.',
  },
  name_unreadable: {
    status: 400,
    zh: '姓名中有系统无法识别的字（自造字或乱码），请用输入法重新输入该字；打不出来时请联系客服人工审核。',
    en: 'The name holds a character that only your own system can read; type it anew, or ask for manual review.',
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
    zh: '请不要在文字内容中填写证件号码。',
    en: 'Leave ID numbers out of this text.',
  },
  id_kind_needs_review: {
    status: 422,
    zh: '该证件类型不能自动核验，请联系客服人工审核。',
    en: 'This kind of document cannot be checked automatically; ask for manual review.',
  },
  under_age: {
    status: 422,
    zh: '未满 14 周岁需由监护人陪同，请联系客服人工审核。',
    en: 'Under 14 a guardian is needed; ask for manual review.',
  },
} as const satisfies Record<string, Problem>
