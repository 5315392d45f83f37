import { up as organisations } from './0001-organisations.ts';
import { up as people } from './0002-people.ts';
import { up as pathways } from './0003-pathways.ts';
import { up as cases } from './0004-cases.ts';
import { up as memberships } from './0005-memberships.ts';
import { up as stages } from './0006-stages.ts';
import { up as answers } from './0007-answers.ts';
import { up as submissions } from './0008-submissions.ts';
import { up as reviews } from './0009-reviews.ts';
import { up as comments } from './0010-comments.ts';
import { up as decisions } from './0011-decisions.ts';
import { up as conditions } from './0012-conditions.ts';
import { up as documents } from './0013-documents.ts';
import { up as benefits } from './0014-benefits.ts';
import { up as events } from './0015-events.ts';
import { up as notifications } from './0016-notifications.ts';
import { up as accounts } from './0017-accounts.ts';
import { up as visits } from './0018-visits.ts';
import { up as benefitThread } from './0019-benefit-thread.ts';
import { up as verdicts } from './0020-verdicts.ts';
import { up as alerts } from './0021-alerts.ts';
import { up as programme } from './0022-programme.ts';
import { up as statements } from './0023-statements.ts';
import type { Any, Kind } from './kit.ts';

/** Every migration ever released, in order. Names and contents never change; new ones are added at the end. */
export const MIGRATIONS: Record<string, (db: Any, kind: Kind) => Promise<void>> = {
  '0001-organisations': organisations,
  '0002-people': people,
  '0003-pathways': pathways,
  '0004-cases': cases,
  '0005-memberships': memberships,
  '0006-stages': stages,
  '0007-answers': answers,
  '0008-submissions': submissions,
  '0009-reviews': reviews,
  '0010-comments': comments,
  '0011-decisions': decisions,
  '0012-conditions': conditions,
  '0013-documents': documents,
  '0014-benefits': benefits,
  '0015-events': events,
  '0016-notifications': notifications,
  '0017-accounts': accounts,
  '0018-visits': visits,
  '0019-benefit-thread': benefitThread,
  '0020-verdicts': verdicts,
  '0021-alerts': alerts,
  '0022-programme': programme,
  '0023-statements': statements,
};
