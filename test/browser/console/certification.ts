import { editApplicationRoute, getApplicationRoute } from '../../../functions/certification/applications.route.ts'
import { correctApplicationRoute } from '../../../functions/certification/confirm.route.ts'
import { typeCard } from '../../../local/demo/card.ts'
import { appOfPerson, codeAndFour, confirmByPicture, payFee, sendIn } from '../../../local/demo/certification.ts'
import { uploadPicture } from '../../../local/demo/papers.ts'
import { drawnPage } from '../../../local/demo/picture.ts'
import type { Instance } from '../../flows/instance.ts'
import { verifiedUser } from '../../flows/way.ts'

/** Somebody whose app waits for people to be certified, how it stands, and how they correct it. */
export const applied = async (instance: Instance, name: string, certifiedName: string) => {
  const { platform } = instance
  const { user, person } = await verifiedUser(instance, 'fee')
  await platform.pass('61s')
  await typeCard(platform, user, { phone: user.phone })
  await platform.pass('61s')
  const mine = await appOfPerson(platform, user, name)
  const { id } = await sendIn(platform, mine, { certifiedName })
  await confirmByPicture(platform, user, id, person.idNumber)
  await payFee(platform, user, id)
  const { token } = user
  const params = { id }
  const seen = () => platform.must(getApplicationRoute, { token, params })
  const correct = async (body: { certifiedName: string; said: string }) => {
    const { pairToken } = await platform.must(editApplicationRoute, { token, params, body })
    await platform.pass('61s')
    const { id: picture } = await uploadPicture(platform, user, 'holder', drawnPage(6))
    const proof = { ...(await codeAndFour(platform, user, person.idNumber)), picture }
    return platform.must(correctApplicationRoute, { token, params, body: { pairToken, proof } })
  }
  return { user, person, app: mine.app, seen, correct }
}
