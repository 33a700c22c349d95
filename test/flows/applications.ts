import { typeCard } from '../../local/demo/card.ts'
import { appOfPerson, confirmByPicture, payFee, sendIn } from '../../local/demo/certification.ts'
import type { Instance } from './instance.ts'
import { verifiedUser } from './way.ts'

/** How the app is called, and how it asks to be; the same name where it asks for no other. */
type Named = { name: string; certifiedName?: string }

/** Somebody new who may apply for themselves: verified by their number, and by a card. */
export const documentedUser = async (instance: Instance) => {
  const { user, person } = await verifiedUser(instance, 'fee')
  // Codes to one number are a minute apart.
  await instance.platform.pass('61s')
  await typeCard(instance.platform, user, { phone: user.phone })
  await instance.platform.pass('61s')
  return { user, person }
}

/** An application of somebody new for themselves, which they have confirmed, so that its fee is due. */
export const confirmedApplication = async (instance: Instance, { name, certifiedName }: Named) => {
  const { platform } = instance
  const { user, person } = await documentedUser(instance)
  const mine = await appOfPerson(platform, user, name)
  const { id } = await sendIn(platform, mine, certifiedName === undefined ? {} : { certifiedName })
  await confirmByPicture(platform, user, id, person.idNumber)
  return { user, person, mine, id }
}

/** The same, paid for: it waits for people. */
export const applicationInReview = async (instance: Instance, named: Named) => {
  const { user, person, mine, id } = await confirmedApplication(instance, named)
  const { order, outTradeNo } = await payFee(instance.platform, user, id)
  return { user, person, mine, id, order, outTradeNo }
}
