import { editApplicationRoute, getApplicationRoute } from '../../../functions/certification/applications.route.ts'
import { correctApplicationRoute } from '../../../functions/certification/confirm.route.ts'
import { codeAndFour } from '../../../local/demo/certification.ts'
import { uploadPicture } from '../../../local/demo/papers.ts'
import { drawnPage } from '../../../local/demo/picture.ts'
import { applicationInReview } from '../../flows/applications.ts'
import type { Instance } from '../../flows/instance.ts'

/** Somebody whose app waits for people to be certified, how it stands, and how they correct it. */
export const applied = async (instance: Instance, name: string, certifiedName: string) => {
  const { platform } = instance
  const { user, person, mine, id } = await applicationInReview(instance, { name, certifiedName })
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
