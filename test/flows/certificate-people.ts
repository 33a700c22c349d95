import { appealCertificateRoute } from '../../functions/certificates/appeal.route.ts'
import { appealWords } from '../../functions/certificates/appealing/words.ts'
import { moveCertificateRoute } from '../../functions/certificates/operator.route.ts'
import { claimReviewRoute, decideReviewRoute } from '../../functions/review/operator.route.ts'
import { type OnConsole, operatorAt } from '../../local/demo/operator.ts'
import { certifiedApp } from './certified-app.ts'
import type { Instance } from './instance.ts'

type Decided = { verdict: 'approved' } | { verdict: 'refused'; reason: string }

/** Whoever acts on the certificates of a flow. Each deed has an operator of its own, called `name` with a number: nobody decides what they did before. */
export const certificatePeople = (instance: () => Instance, name: string) => {
  let hired = 0
  const next = (): string => {
    hired += 1
    return `${name}-${hired}`
  }
  const hire = (): Promise<OnConsole> => operatorAt(instance(), next(), 'reviewer')
  return {
    hire,
    certified: async (app: string) => {
      const found = await certifiedApp(instance(), { name: app, reviewer: next() })
      return { ...found, name: app, of: { app: found.app, certificate: found.certificate } }
    },
    suspend: async (id: string, { token }: OnConsole): Promise<void> => {
      const body = { move: 'suspend', reason: 'misuse', words: '请说明证书为什么出现在别处。' } as const
      await instance().platform.must(moveCertificateRoute, { token, params: { id }, body })
    },
    appeal: ({ app, token }: { app: string; token: string }) =>
      instance().platform.must(appealCertificateRoute, { token, params: { id: app }, body: { words: '已经撤下。' } }),
    decide: async (review: string, said: Decided): Promise<void> => {
      const asked = { token: (await hire()).token, params: { id: review } }
      await instance().platform.must(claimReviewRoute, asked)
      const checked = said.verdict === 'approved' ? Object.keys(appealWords.checklist) : []
      const body = { ...said, checked, words: '已对照两个页面', note: '已核查' }
      await instance().platform.must(decideReviewRoute, { ...asked, body })
    },
  }
}
