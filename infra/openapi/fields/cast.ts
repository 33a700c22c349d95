import { newMessageToken } from '../../../functions/account/tokens/message-token.ts'
import { maskIdNumber, maskName, maskPhone } from '../../../functions/person/masking.ts'
import { people } from '../../../functions/sandbox/people.ts'
import { companies } from '../../../functions/sandbox/register/companies.ts'

const [someone] = people
if (!someone) throw new Error('the catalogue is empty')

/** The test person whom the examples are about; nobody real was born in their year. */
export const person = someone

const [firm] = companies
if (!firm) throw new Error('the catalogue has no company')

/** The test company whom the examples are about; its code is of no place. */
export const company = firm

export const masked = {
  name: maskName(person.name),
  idNumber: maskIdNumber(person.idNumber),
  phone: maskPhone(person.phone),
}

/** Ids, one of each thing, made in the minutes before `at.noon`. */
export const id = {
  account: '0193471a5e007cc1b3f20a6d5c4e1b01',
  verification: '0193471a5e017cc1b3f20a6d5c4e1b02',
  order: '0193471a5e027cc1b3f20a6d5c4e1b03',
  membershipOrder: '0193471a5e037cc1b3f20a6d5c4e1b04',
  message: '0193471a5e047cc1b3f20a6d5c4e1b05',
  token: '0193471a5e057cc1b3f20a6d5c4e1b06',
  smsCode: '0193471a5e067cc1b3f20a6d5c4e1b07',
  deed: '0193471a5e077cc1b3f20a6d5c4e1b08',
  session: 'bXkgc2Vzc2lvbiwgaGFzaGVkIGJ5IFNIQS0yNTY3ODk',
}

export const sessionToken = `${id.account}.c2VjcmV0IG9mIGEgc2Vzc2lvbiBmb3IgZXhhbXBsZQ`

export const messageToken = newMessageToken(id.account, () => 7)

export const linkToken = 'bGluayBpbnRvIHRoZSBwYWdlIGZvciBhbiBleGFtcGx'

/** Moments, as answers say them. */
export const at = {
  created: '2026-11-20T04:00:00.000Z',
  paid: '2026-11-20T04:01:30.000Z',
  decided: '2026-11-20T04:01:42.000Z',
  taken: '2026-11-20T04:01:45.000Z',
  back: '2026-11-20T04:02:10.000Z',
  halfAnHourLater: '2026-11-20T04:30:00.000Z',
  nextMonth: '2026-12-20T04:00:00.000Z',
}

export const transactionId = '4200002026112012345678901234'

export const complaintId = '200201820200101080076610000'

export const day = '20261120'

/** Hashes as the audit has them: SHA-256 in hexadecimal digits, of nothing, a, b and c. */
export const hash = {
  previous: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  record: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
  root: '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d',
  statement: '2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6',
}
