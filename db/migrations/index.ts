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
import { up as record } from './0024-record.ts';
import { up as cover } from './0025-cover.ts';
import { up as boards } from './0026-boards.ts';
import { up as conditionWords } from './0027-condition-words.ts';
import { up as limitedChanges } from './0028-limited-changes.ts';
import { up as decisionsInOrder } from './0029-decisions-in-order.ts';
import { up as mentors } from './0030-mentors.ts';
import { up as mentorings } from './0031-mentorings.ts';
import { up as consent } from './0032-consent.ts';
import { up as meetings } from './0033-meetings.ts';
import { up as suggestions } from './0034-suggestions.ts';
import { up as sectionsGiven } from './0035-sections-given.ts';
import { up as notices } from './0036-notices.ts';
import { up as refusedAddresses } from './0037-refused-addresses.ts';
import { up as search } from './0038-search.ts';
import { up as lessons } from './0039-lessons.ts';
import { up as ballots } from './0040-ballots.ts';
import { up as partners } from './0041-partners.ts';
import { up as supportPackages } from './0042-support-packages.ts';
import { up as mentorsWords } from './0043-mentors-words.ts';
import { up as threadsAndViews } from './0044-threads-and-views.ts';
import { up as presences } from './0045-presences.ts';
import { up as secondFactors } from './0046-second-factors.ts';
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
  '0024-record': record,
  '0025-cover': cover,
  '0026-boards': boards,
  '0027-condition-words': conditionWords,
  '0028-limited-changes': limitedChanges,
  '0029-decisions-in-order': decisionsInOrder,
  '0030-mentors': mentors,
  '0031-mentorings': mentorings,
  '0032-consent': consent,
  '0033-meetings': meetings,
  '0034-suggestions': suggestions,
  '0035-sections-given': sectionsGiven,
  '0036-notices': notices,
  '0037-refused-addresses': refusedAddresses,
  '0038-search': search,
  '0039-lessons': lessons,
  '0040-ballots': ballots,
  '0041-partners': partners,
  '0042-support-packages': supportPackages,
  '0043-mentors-words': mentorsWords,
  '0044-threads-and-views': threadsAndViews,
  '0045-presences': presences,
  '0046-second-factors': secondFactors,
};
