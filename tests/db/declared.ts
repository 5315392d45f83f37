import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export interface DeclaredColumn {
  name: string;
  type: 'text' | 'number';
  nullable: boolean;
  /** The closed set, when the type is a union of words. */
  words: string[];
}

const folder = new URL('../../db/schema/', import.meta.url);
const files = [new URL('../schema.ts', folder), ...readdirSync(folder).map((name) => new URL(name, folder))];

/** The tables of db/schema.ts as written there, by name. */
export function declaredTables(): Map<string, DeclaredColumn[]> {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const source = ts.createSourceFile('schema.ts', text, ts.ScriptTarget.ES2022, true);
  const interfaces = new Map(source.statements.filter(ts.isInterfaceDeclaration).map((it) => [it.name.text, it]));
  const tables = propertiesOf(interfaces.get('Database')).map(({ name, type }): [string, DeclaredColumn[]] => [
    name,
    propertiesOf(interfaces.get(type.getText())).map((property) => column(property, interfaces)),
  ]);
  return new Map(tables);
}

interface Property {
  name: string;
  type: ts.TypeNode;
}

const propertiesOf = (declaration: ts.InterfaceDeclaration | undefined): Property[] =>
  (declaration?.members ?? []).flatMap((member) =>
    ts.isPropertySignature(member) && member.type ? [{ name: member.name.getText(), type: member.type }] : [],
  );

function column({ name, type }: Property, interfaces: Map<string, ts.InterfaceDeclaration>): DeclaredColumn {
  const parts = partsOf(type, interfaces);
  return {
    name,
    type: parts.includes('number') ? 'number' : 'text',
    nullable: parts.includes('null'),
    words: parts.filter((part) => part.startsWith("'")).map((part) => part.slice(1, -1)),
  };
}

/** "Instant | null" in parts; one table's type borrowed by another (T['state']) is looked up. */
function partsOf(type: ts.TypeNode, interfaces: Map<string, ts.InterfaceDeclaration>): string[] {
  if (ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Generated') return partsOf(type.typeArguments![0]!, interfaces);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((part) => partsOf(part, interfaces));
  if (!ts.isIndexedAccessTypeNode(type)) return [type.getText()];
  const wanted = type.indexType.getText().slice(1, -1);
  const found = propertiesOf(interfaces.get(type.objectType.getText())).find((property) => property.name === wanted);
  return found ? partsOf(found.type, interfaces) : [];
}
