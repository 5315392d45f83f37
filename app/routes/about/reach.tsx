import { Facts } from '#app/ui/facts.tsx';

interface Props {
  support: { name: string; email: string; phone: string; hours: string };
}

/** How to reach the support unit: the same words wherever help is offered. */
export const Reach = ({ support: { name, email, phone, hours } }: Props) => (
  <Facts
    rows={[
      { key: 'Who', value: name },
      ...(email ? [{ key: 'Email', value: <a href={`mailto:${email}`}>{email}</a> }] : []),
      ...(phone ? [{ key: 'Telephone', value: <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> }] : []),
      { key: 'Hours', value: hours },
    ]}
  />
);
