import { RemovalPolicy } from 'aws-cdk-lib'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Stage } from '../config.ts'

/** A log group. In production it is kept for a year: Chinese law asks for at least six months of network logs. */
export const keptLog = (scope: Construct, id: string, stage: Stage): LogGroup =>
  new LogGroup(scope, id, {
    retention: stage === 'production' ? RetentionDays.ONE_YEAR : RetentionDays.TWO_WEEKS,
    removalPolicy: stage === 'production' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
