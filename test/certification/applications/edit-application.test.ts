import { describe, expect, it } from 'vitest'
import { keepApplicant, type TypedApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import { editApplication } from '../../../functions/certification/applying/edit-application.ts'
import { testCode } from '../../../functions/sandbox/credit-code.ts'
import { valueIn } from '../../kit.ts'
import { person } from '../../world.ts'
import { type Applied, applicationAt, certificationWorld, drafted, returned } from './applying.ts'

const { name, idNumber } = person('match')
const company: TypedApplicant = {
  ...{ kind: 'enterprise', creditCode: testCode('91', '10000001'), companyName: '测试示例有限公司' },
  representative: { name, idNumber },
}

describe('W2 W5 whose certification an application is for', () => {
  const another = async (at: ReturnType<typeof certificationWorld>, { user, id }: Applied) => {
    const { id: applicant } = valueIn(await keepApplicant(at, user.accountId, company))
    return { applicant, edited: await editApplication(at, user.accountId, { id, applicant }) }
  }

  it('may be another in a draft', async () => {
    const at = certificationWorld()
    const { applicant, edited } = await another(at, await drafted(at))
    expect(valueIn(edited).applicantId).toBe(applicant)
  })

  it('keeps the words of its administrator until they say others, or null, which takes them away', async () => {
    const at = certificationWorld()
    const { user, id } = await drafted(at)
    const edit = async (edits: { said?: string | null; certifiedName?: string }) =>
      valueIn(await editApplication(at, user.accountId, { id, ...edits })).said
    expect(await edit({ said: '只是读书笔记。' })).toBe('只是读书笔记。')
    expect(await edit({ certifiedName: '晨光读书社' })).toBe('只是读书笔记。')
    expect(await edit({ said: null })).toBeUndefined()
    expect(applicationAt(at, { user, id })).not.toHaveProperty('said')
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
