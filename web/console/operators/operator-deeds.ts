import type { Answer } from 'shiming-client'
import { hasRight, type PersonRole, personRoles, rightsOf } from '../../../functions/operators/rights.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Deed, DeedAsk } from '../deed/deed.ts'
import { service } from '../service.ts'
import { roleWords } from '../session/texts.ts'
import { operatorDeedTexts } from './deed-texts.ts'
import { rightWords } from './texts.ts'

export type Operator = Answer<'GET /v1/operator/operators'>['operators'][number]
export type Invited = Answer<'POST /v1/operator/operators'>

/** What comes of a deed: how somebody stands then, or the link that was made for them. */
export type Managed = Operator | Invited

/** Every role has these: they tell none from another. */
const common = rightsOf('support').filter((right) => personRoles.every((role) => rightsOf(role).includes(right)))

/** What a role may besides what all may. */
const roleMore = (role: PersonRole, language: Language): string =>
  rightsOf(role)
    .filter((right) => !common.includes(right))
    .map((right) => rightWords[language][right])
    .join(language === 'zh' ? '、' : ', ')

const askRole = (roles: readonly PersonRole[], language: Language): DeedAsk => {
  const texts = operatorDeedTexts[language]
  return {
    ...{ is: 'choice', name: 'role', first: '' },
    label: texts.role,
    hint: texts.roleHint,
    missing: texts.roleMissing,
    options: roles.map((role) => ({ value: role, name: roleWords[language][role], more: roleMore(role, language) })),
  }
}

/** Inviting somebody under a name of their own. */
export const inviteDeed = (language: Language): Deed<Invited> => {
  const texts = operatorDeedTexts[language]
  return {
    name: texts.invite,
    kind: 'main',
    consequence: [texts.inviteMore, texts.inviteName, texts.standing],
    confirm: texts.inviteConfirm,
    reasons: [texts.newColleague],
    asks: [
      {
        ...{ is: 'line', name: 'name', first: '' },
        label: texts.name,
        hint: texts.nameHint,
        missing: texts.nameMissing,
      },
      askRole(personRoles, language),
    ],
    blames: { operator_exists: 'name' },
    send: ({ name = '', role, reason }) =>
      service().operator.operators.invite({ name, role: role as PersonRole, reason }),
    done: ({ operator }) => texts.invited(operator.name),
  }
}

type Of = { operator: Operator; language: Language }

/** Said where the last admin who can sign in might be meant. */
const lastAdmin = ({ operator: { role, status }, language }: Of): readonly string[] =>
  role === 'admin' && status === 'active' ? [operatorDeedTexts[language].lastAdmin] : []

const roleDeed = (of: Of): Deed<Managed> => {
  const { operator, language } = of
  const texts = operatorDeedTexts[language]
  const { name, role, status } = operator
  const now = roleWords[language][role]
  return {
    name: texts.changeRole(name),
    consequence: [
      status === 'invited' ? texts.roleInvited(name, now) : texts.roleMore(name, now),
      texts.standing,
      ...lastAdmin(of),
    ],
    confirm: texts.roleConfirm,
    reasons: [texts.otherWork],
    asks: [
      askRole(
        personRoles.filter((one) => one !== role),
        language,
      ),
    ],
    send: ({ role: chosen, reason }) => service().operator.operators.edit(name, { role: chosen as PersonRole, reason }),
    done: (answer) => ('role' in answer ? texts.roleChanged(name, roleWords[language][answer.role]) : ''),
  }
}

const linkDeed = (of: Of): Deed<Managed> => {
  const { operator, language } = of
  const texts = operatorDeedTexts[language]
  const { name, role, status } = operator
  return {
    name: texts.newLink(name),
    consequence: [
      status === 'invited' ? texts.linkInvited(name) : texts.linkMore(name),
      texts.linkOnce,
      ...(hasRight(role, 'approve_money') ? [texts.standing] : []),
      ...lastAdmin(of),
    ],
    confirm: texts.linkConfirm,
    reasons: status === 'invited' ? [texts.linkLost] : [texts.phoneLost, texts.passwordLost],
    send: ({ reason }) => service().operator.operators.newLink(name, { reason }),
    done: () => texts.linkMade(name),
  }
}

const disableDeed = (of: Of): Deed<Managed> => {
  const { operator, language } = of
  const texts = operatorDeedTexts[language]
  const { name, status } = operator
  return {
    name: texts.disable(name),
    kind: 'danger',
    consequence: [
      status === 'invited' ? texts.disableInvited(name) : texts.disableMore(name),
      texts.disableKeeps,
      ...lastAdmin(of),
    ],
    confirm: texts.disableConfirm(name),
    reasons: [texts.left, texts.suspected],
    send: ({ reason }) => service().operator.operators.edit(name, { status: 'disabled', reason }),
    done: () => texts.disabled(name),
  }
}

const enableDeed = ({ operator, language }: Of): Deed<Managed> => {
  const texts = operatorDeedTexts[language]
  const { name, role, enrolledAt } = operator
  return {
    name: texts.enable(name),
    kind: 'main',
    consequence: [
      enrolledAt === null ? texts.enableNever(name) : texts.enableMore(name, roleWords[language][role]),
      ...(hasRight(role, 'approve_money') ? [texts.standing] : []),
    ],
    confirm: texts.enableConfirm(name),
    reasons: [texts.back, texts.cleared],
    send: ({ reason }) => service().operator.operators.edit(name, { status: 'active', reason }),
    done: () => texts.enabled(name),
  }
}

/** A deed, and what stands on its button in a row. */
export type RowDeed = { key: string; short: string; deed: Deed<Managed> }

/** What an admin can do about somebody else as they stand, the likeliest first. */
export const operatorDeeds = (of: Of): readonly RowDeed[] => {
  const texts = operatorDeedTexts[of.language]
  const role = { key: 'role', short: texts.changeRoleShort, deed: roleDeed(of) }
  const link = { key: 'link', short: texts.newLinkShort, deed: linkDeed(of) }
  const disable = { key: 'disable', short: texts.disableShort, deed: disableDeed(of) }
  if (of.operator.status === 'disabled') return [{ key: 'enable', short: texts.enableShort, deed: enableDeed(of) }]
  return of.operator.status === 'invited' ? [link, role, disable] : [role, link, disable]
}
