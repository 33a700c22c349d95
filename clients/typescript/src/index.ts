export type { EnforcementNotice } from './calling/enforcement.ts'
export { ShimingError, ShimingProblem, ShimingUnexpected, ShimingUnreachable } from './calling/errors.ts'
export type { CallOptions, KeyedOptions, Language, RequestSeen, ResponseSeen } from './calling/settings.ts'
export type {
  Answer,
  Body,
  FieldError,
  Input,
  NextStep,
  ProblemCode,
  ProblemExtras,
  Query,
  Route,
  Schemas,
} from './calling/types.ts'
export type { PlatformEvent, PlatformEventOf, PlatformEventType } from './events.ts'
export type { Applicant, Application, PreCheck } from './faces/applications.ts'
export type { App, AppNameCheck } from './faces/apps.ts'
export { type BankCard, type CardWaitOptions, ShimingCardChecking } from './faces/cards.ts'
export type { CertificateStatement, CertifiedApp, OwnCertificate } from './faces/certificates.ts'
export { type DocumentWaitOptions, type IdentityDocument, ShimingDocumentChecking } from './faces/documents.ts'
export type { Feature, GateDecision, ProofSource, Shortfall } from './faces/gate.ts'
export type { List, Page } from './faces/list.ts'
export { ShimingStillOpen, type Verification, type WaitOptions } from './faces/wait-for-result.ts'
export {
  createShiming,
  type Shiming,
  type ShimingActing,
  type ShimingOperator,
  type ShimingOptions,
  type ShimingUser,
} from './shiming.ts'
export type { CaptchaTicket, SmsCodeSent, SmsReport } from './sms/send.ts'
export {
  verifyWebhook,
  type WebhookEvent,
  type WebhookHeaders,
  WebhookInvalid,
  type WebhookOptions,
} from './webhook.ts'
