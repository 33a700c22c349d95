import { texts } from '../../shared/texts/texts.ts'

/** What is asked of a person, in fields and where it is shown. */
export const personTexts = texts(
  { name: '姓名', idNumber: '证件号码', phone: '手机号' },
  { name: 'Name', idNumber: 'ID number', phone: 'Mobile number' },
)
