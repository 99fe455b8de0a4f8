"""What stages keep of each other's outcomes."""

from dataclasses import dataclass

from kgraph.model import EntityType
from kgraph.resolve.forms import form_id, form_key
from kgraph.resolve.named import NameKey, Unnamed


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An article that is taken up.

    Attributes:
        digest: What tells this extraction of it from others.
        statements: IRIs of its statements.
    """

    digest: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The wordings that are one claim.

    Attributes:
        wordings: Their ids, sorted.
        first: IRI of the first statement.
        begins: Digest of what the others are held against of it.
    """

    wordings: tuple[str, ...]
    first: str
    begins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Where something belongs to.

    Attributes:
        whole: Id of what it is part of.
    """

    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What was taken from an article.

    Attributes:
        article: IRI of the article.
        named: Ids of its ``Named`` records.
        unnamed: IRIs of its entities without a name.
        outlets: Folded names of the outlets that it is of or credits.
    """

    article: str
    named: tuple[str, ...]
    unnamed: tuple[str, ...]
    outlets: tuple[str, ...]

    @property
    def rank(self) -> str:
        """By article."""
        return self.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A folded name.

    Attributes:
        keys: What articles have of it.
        is_outlet: Whether an outlet has it.
        several: The types under which extractors link it to more than one thing, sorted.
        forms: Keys of its forms.
    """

    keys: tuple[NameKey, ...]
    is_outlet: bool
    several: tuple[EntityType, ...]
    forms: tuple[str, ...]

    def form_of(self, key: NameKey) -> str:
        """The form that what an article has is counted in."""
        return form_id(form_key(key, is_outlet=self.is_outlet, several=self.several))


@dataclass(frozen=True, slots=True, kw_only=True)
class Described(Unnamed):
    """An entity without a name, and the key of the node that it is of."""

    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The actor of a form by rules.

    Attributes:
        node: Key of the form.
        actor: Id of the actor.
        others: Ids that an actor may have had because of the form.
    """

    node: str
    actor: str
    others: tuple[str, ...]

    @property
    def rank(self) -> str:
        """By form."""
        return self.node


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The actor of a node or of a single entity after a person's decisions.

    Attributes:
        actor: Id of the actor.
    """

    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What an article tells again that earlier ones of its story told.

    Attributes:
        pairs: IRIs of its statement and of the earlier one, the score and the reason.
    """

    pairs: tuple[tuple[str, str, float, str], ...]
