import { describe, expect, it } from 'vitest'
import { keepApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import { editApplication } from '../../../functions/certification/applying/edit-application.ts'
import { valueIn } from '../../kit.ts'
import { type Applied, applicationAt, certificationWorld, drafted, returned } from './applying.ts'

describe('W2 W5 whose certification an application is for', () => {
  const another = async (at: ReturnType<typeof certificationWorld>, { user, id }: Applied) => {
    const { id: applicant } = valueIn(await keepApplicant(at, user.accountId, { kind: 'individual' }))
    return { applicant, edited: await editApplication(at, user.accountId, { id, applicant }) }
  }

  it('may be another in a draft', async () => {
    const at = certificationWorld()
    const { applicant, edited } = await another(at, await drafted(at))
    expect(valueIn(edited).applicantId).toBe(applicant)
  })

  it('stays once people have looked at it: they found out about that one, and would certify another unseen', async () => {
    const at = certificationWorld()
    const of = await returned(at)
    const before = applicationAt(at, of)
    expect((await another(at, of)).edited).toMatchObject({
      ok: false,
      refusal: {
        code: 'application_not_editable',
        fields: [{ pointer: '/applicant', code: 'application_not_editable' }],
      },
    })
    expect(applicationAt(at, of)).toEqual(before)
    // Said again it is what it was.
    const same = { id: of.id, applicant: of.applicant, said: '已补充' }
    expect(valueIn(await editApplication(at, of.user.accountId, same)).applicantId).toBe(of.applicant)
  })
})
